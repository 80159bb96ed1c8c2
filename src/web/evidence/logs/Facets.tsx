import { useState } from 'react';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type ChangeLogAddress, FACETS, type FacetName, type LogAddress } from './useLogAddress.ts';

/** Words of a facet that are shown before all of them are asked for. */
const SHOWN = 8;

type Counts = Record<FacetName, readonly { value: string; records: number }[]>;

interface FacetsProps {
  counts: Counts | undefined;
  address: LogAddress;
  onChange: ChangeLogAddress;
}

/** What records can be narrowed by, with how many there are of each. */
export function Facets({ counts, address, onChange }: FacetsProps) {
  if (!counts) return <Skeleton className="h-64 w-full" />;
  return (
    <div className="flex flex-col gap-4">
      {FACETS.map(
        facet =>
          (counts[facet].length > 1 || address[facet].length > 0) && (
            <Facet
              key={facet}
              name={facet}
              words={counts[facet]}
              chosen={address[facet]}
              onChange={words => onChange({ [facet]: words })}
            />
          ),
      )}
    </div>
  );
}

interface FacetProps {
  name: FacetName;
  words: readonly { value: string; records: number }[];
  chosen: readonly string[];
  onChange(words: string[]): void;
}

function Facet({ name, words, chosen, onChange }: FacetProps) {
  const [isWhole, setWhole] = useState(false);
  const missing = chosen.filter(word => !words.some(({ value }) => value === word));
  const all = name === 'kind' ? words : [...missing.map(value => ({ value, records: 0 })), ...words];
  const shown = isWhole ? all : all.filter(({ value }, at) => at < SHOWN || chosen.includes(value));
  return (
    <fieldset>
      <legend className="mb-1 flex w-full items-center text-sm font-medium">
        <span className="flex-1">{t.evidence.logs.facet[name]}</span>
        {chosen.length > 0 && (
          <button
            type="button"
            className="min-h-6 px-1 text-xs font-normal text-accent hover:underline"
            aria-label={`${t.common.clear}: ${t.evidence.logs.facet[name]}`}
            onClick={() => onChange([])}
          >
            {t.common.clear}
          </button>
        )}
      </legend>
      {shown.map(({ value, records }) => (
        <label
          key={value}
          className="flex min-h-6 cursor-pointer items-center gap-2 rounded-sm px-1 text-sm hover:bg-sunken"
        >
          <input
            type="checkbox"
            className="size-3.5 shrink-0 accent-accent"
            checked={chosen.includes(value)}
            onChange={event =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter(word => word !== value))
            }
          />
          <bdi className="min-w-0 flex-1 truncate" title={value}>
            {value || t.evidence.logs.noWord}
          </bdi>
          <span className="tabular text-xs text-muted">{countText(records)}</span>
        </label>
      ))}
      {all.length > shown.length && (
        <button
          type="button"
          className="min-h-6 px-1 text-sm text-accent hover:underline"
          onClick={() => setWhole(true)}
        >
          {t.evidence.logs.moreWords(all.length - shown.length)}
        </button>
      )}
    </fieldset>
  );
}
