import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';

interface DependsOnFieldProps {
  /** The service itself, which cannot depend on itself; undefined for a new one. */
  serviceId: string | undefined;
  chosen: readonly Found[];
  error: string | undefined;
  onChange(chosen: Found[]): void;
}

/** The services that one cannot do without. */
export function DependsOnField({ serviceId, chosen, error, onChange }: DependsOnFieldProps) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text);
  const services = useQuery(
    api.services.list.queryOptions({
      input: { limit: 30, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <PickFound
      label={t.services.dependsOn}
      hint={t.services.dependsOnHint}
      placeholder={t.services.addDependency}
      chosen={chosen}
      found={(services.data?.items ?? [])
        .filter(({ id }) => id !== serviceId)
        .map(({ id, name, ownerTeam }) => ({ id, name, ...(ownerTeam && { detail: ownerTeam.name }) }))}
      error={error}
      text={text}
      onSearch={setText}
      onAdd={picked => onChange([...chosen, picked])}
      onRemove={picked => onChange(chosen.filter(({ id }) => id !== picked.id))}
    />
  );
}
