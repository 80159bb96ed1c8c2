import { useState } from 'react';
import { t } from '../messages/index.ts';
import { countText } from '../messages/plural.ts';
import { Button } from './Button.tsx';

/** Values that are shown before more are asked for. */
const MOST = 6;

interface FacetListProps {
  label: string;
  /** The most frequent first, unless they have an order of their own. */
  values: readonly { value: string; name: string; count: number }[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** One facet: its values, how many hits each would leave; what is chosen is always among those shown. */
export function FacetList({ label, values, chosen, onChange }: FacetListProps) {
  const [isLong, setLong] = useState(false);
  const absent = chosen.filter(value => !values.some(other => other.value === value));
  const all = [...absent.map(value => ({ value, name: value, count: 0 })), ...values];
  if (all.length === 0) return null;
  const shown = all.filter(({ value }, index) => isLong || index < MOST || chosen.includes(value));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 flex min-h-6 w-full items-center text-sm font-medium">
        <span className="flex-1">{label}</span>
        {chosen.length > 0 && (
          <button
            type="button"
            className="min-h-6 px-1 text-xs font-normal text-accent hover:underline"
            aria-label={`${t.common.clear}: ${label}`}
            onClick={() => onChange([])}
          >
            {t.common.clear}
          </button>
        )}
      </legend>
      {shown.map(({ value, name, count }) => (
        <label
          key={value}
          className="-mx-1 flex min-h-6.5 cursor-pointer items-start gap-2 rounded-sm px-1 py-0.5 text-sm hover:bg-sunken"
        >
          <input
            type="checkbox"
            className="mt-0.5 size-4 shrink-0 accent-accent"
            checked={chosen.includes(value)}
            onChange={event =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter(other => other !== value))
            }
          />
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
          </span>
          <span className="tabular text-muted">{countText(count)}</span>
        </label>
      ))}
      {all.length > shown.length && (
        <Button kind="quiet" size="small" className="-ml-2" onClick={() => setLong(true)}>
          {t.archive.more(all.length - shown.length)}
        </Button>
      )}
    </fieldset>
  );
}
