import type { ReactNode } from 'react';
import type { Dimension } from '../../../core/taxonomy/taxonomy.ts';
import { t } from '../../messages/index.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useTerms } from './useTerms.ts';

interface TermFieldProps {
  dimension: Dimension;
  /** Empty where nobody has said. */
  value: string;
  error?: string | undefined;
  /** A choice that stands before the others. */
  first?: ReactNode;
  onChange(value: string): void;
}

/** What an incident is filed under in one dimension, with what the word means. */
export function TermField({ dimension, value, error, first, onChange }: TermFieldProps) {
  const terms = useTerms().termsOf(dimension);
  const chosen = terms.find(({ id }) => id === value);
  return (
    <SelectField
      label={t.incidents.dimension[dimension] ?? dimension}
      hint={chosen?.description}
      error={error}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {first}
      <option value="">{t.incidents.notKnown}</option>
      {value && !chosen && <option value={value}>{value}</option>}
      {terms.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
