import type { Dimension } from '../../../core/taxonomy/taxonomy.ts';
import { t } from '../../messages/index.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useTerms } from './useTerms.ts';

interface TermFieldProps {
  dimension: Dimension;
  /** Empty where nobody has said. */
  value: string;
  error?: string | undefined;
  /** A choice that stands before the others and is no word of the taxonomy. */
  beside?: { value: string; label: string };
  onChange(value: string): void;
}

/** What an incident is filed under in one dimension, with what the word means. */
export function TermField({ dimension, value, error, beside, onChange }: TermFieldProps) {
  const terms = useTerms().termsOf(dimension);
  const chosen = terms.find(({ id }) => id === value);
  const isRemoved = value !== '' && value !== beside?.value && !chosen;
  return (
    <SelectField
      label={t.incidents.dimension[dimension] ?? dimension}
      hint={chosen?.description}
      error={error}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {beside && <option value={beside.value}>{beside.label}</option>}
      <option value="">{t.incidents.notKnown}</option>
      {isRemoved && <option value={value}>{value}</option>}
      {terms.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
