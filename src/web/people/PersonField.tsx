import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';

interface PersonFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  person: Found | null;
  isReadOnly?: boolean;
  onChange(person: Found | null): void;
}

/** One person, found by name or mail address among however many. */
export function PersonField({ person, onChange, ...field }: PersonFieldProps) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const people = useQuery(
    api.people.list.queryOptions({
      input: { limit: 20, isDisabled: false, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <PickFound
      {...field}
      placeholder={t.people.find}
      chosen={person ? [person] : []}
      found={(people.data?.items ?? []).map(({ id, name, email }) => ({ id, name, detail: email }))}
      text={text}
      onSearch={setText}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}
