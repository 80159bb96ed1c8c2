import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { type Found, PickFound } from '../../ui/PickFound.tsx';

interface IncidentFieldProps {
  incident: Found | null;
  error: string | undefined;
  onChange(incident: Found | null): void;
}

/** One incident, found by its title. */
export function IncidentField({ incident, error, onChange }: IncidentFieldProps) {
  const [text, setText] = useState('');
  const title = useDeferredValue(text.trim());
  const incidents = useQuery(
    api.incidents.list.queryOptions({
      input: { limit: 20, sort: 'newest', ...(title && { title }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <PickFound
      label={t.actions.field.incident}
      error={error}
      placeholder={t.actions.field.incidentSearch}
      chosen={incident ? [incident] : []}
      found={incidents.data?.items.map(({ id, number, title: name }) => ({ id, name, detail: number })) ?? []}
      text={text}
      onSearch={setText}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}
