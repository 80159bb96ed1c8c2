import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';

interface TeamFieldProps {
  label: string;
  error?: string | undefined;
  team: Found | null;
  onChange(team: Found | null): void;
}

/** One team, found by name among however many. */
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
      placeholder={t.teams.find}
      chosen={team ? [team] : []}
      found={teams.data?.items ?? []}
      text={text}
      onSearch={setText}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}
