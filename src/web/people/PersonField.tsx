import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import { useFoundPeople } from './useFoundPeople.ts';

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
  return (
    <PickFound
      {...field}
      {...useFoundPeople()}
      placeholder={t.people.find}
      chosen={person ? [person] : []}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}
