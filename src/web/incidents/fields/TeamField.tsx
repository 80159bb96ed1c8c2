import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { type Found, PickFound } from '../../ui/PickFound.tsx';

interface TeamFieldProps {
  label: string;
  hint?: string;
  team: Found | null;
  onChange(team: Found | null): void;
}

/** One team, found by name. */
export function TeamField({ team, onChange, ...field }: TeamFieldProps) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const teams = useQuery(
    api.teams.list.queryOptions({
      input: { limit: 20, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <PickFound
      {...field}
      placeholder={t.incidentPeople.findTeam}
      chosen={team ? [team] : []}
      found={(teams.data?.items ?? []).map(({ id, name: found }) => ({ id, name: found }))}
      text={text}
      onSearch={setText}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}
