import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { type Found, PickFound } from '../../ui/PickFound.tsx';

interface ServicesFieldProps {
  label?: string;
  services: readonly Found[];
  error?: string | undefined;
  onChange(services: Found[]): void;
}

/** Services of the catalogue, found by name among however many. */
export function ServicesField({
  label = t.incidents.field.services,
  services,
  error,
  onChange,
}: ServicesFieldProps) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const found = useQuery(
    api.services.list.queryOptions({
      input: { limit: 20, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <PickFound
      label={label}
      error={error}
      placeholder={t.incidents.field.findService}
      chosen={services}
      found={(found.data?.items ?? []).map(({ id, name: found }) => ({ id, name: found }))}
      text={text}
      onSearch={setText}
      onAdd={service => onChange([...services, service])}
      onRemove={({ id }) => onChange(services.filter(service => service.id !== id))}
    />
  );
}
