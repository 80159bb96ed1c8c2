import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';

interface OwnerFieldProps {
  owner: Found | null;
  error: string | undefined;
  isReadOnly: boolean;
  onChange(owner: Found | null): void;
}

/** The one person who answers for something, found by name among however many. */
export function OwnerField({ owner, error, isReadOnly, onChange }: OwnerFieldProps) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const people = useQuery(
    api.people.list.queryOptions({
      input: { limit: 20, isDisabled: false, ...(name && { name }) },
      placeholderData: before => before,
    }),
  );
  return (
    <PickFound
      label={t.actions.field.owner}
      hint={t.actions.field.ownerHint}
      error={error}
      isReadOnly={isReadOnly}
      placeholder={t.actions.field.ownerSearch}
      chosen={owner ? [owner] : []}
      found={
        people.data?.items.map(person => ({ id: person.id, name: person.name, detail: person.email })) ?? []
      }
      text={text}
      onSearch={setText}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}
