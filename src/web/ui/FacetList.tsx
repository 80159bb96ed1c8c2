import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { CheckField } from './CheckField.tsx';

/** Values that are shown before more are asked for. */
const MOST = 6;

interface FacetListProps {
  label: string;
  /** The most frequent first. */
  values: readonly { value: string; name: string; count: number }[];
  chosen: readonly string[];
  labelOf(value: string, name: string): string;
  onChange(chosen: string[]): void;
}

/** One facet: its values, how many hits each would leave, the chosen ones first. */
export function FacetList({ label, values, chosen, labelOf, onChange }: FacetListProps) {
  const [isLong, setLong] = useState(false);
  const absent = chosen.filter(value => !values.some(other => other.value === value));
  const all = [...absent.map(value => ({ value, name: value, count: 0 })), ...values];
  if (all.length === 0) return null;
  const shown = all.filter(({ value }, index) => isLong || index < MOST || chosen.includes(value));
  return (
    <fieldset>
      <legend className="mb-0.5 text-sm font-medium">{label}</legend>
      {shown.map(({ value, name, count }) => (
        <CheckField
          key={value}
          label={
            <span className="flex gap-2 text-sm">
              <span dir="auto" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {labelOf(value, name)}
              </span>
              <span className="tabular text-muted">{count}</span>
            </span>
          }
          isChecked={chosen.includes(value)}
          onChange={isChecked =>
            onChange(isChecked ? [...chosen, value] : chosen.filter(other => other !== value))
          }
        />
      ))}
      {all.length > shown.length && (
        <Button kind="quiet" size="small" onClick={() => setLong(true)}>
          {t.archive.more(all.length - shown.length)}
        </Button>
      )}
    </fieldset>
  );
}
