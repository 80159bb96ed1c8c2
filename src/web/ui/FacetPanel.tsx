import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { CheckField } from './CheckField.tsx';
import { FacetList } from './FacetList.tsx';
import { InstantField } from './InstantField.tsx';

/** What every list of incidents and what follows from them can be narrowed by, as it stands in the address. */
interface Narrowing {
  mine?: boolean | undefined;
  /** Instants. */
  from?: string | undefined;
  to?: string | undefined;
}

interface FacetPanelProps<Facet extends string> {
  /** The facets in the order of the page. */
  shown: readonly Facet[];
  search: Narrowing & { readonly [Name in Facet]?: readonly (string | number)[] | undefined };
  /** Undefined until the first answer. */
  facets: { readonly [Name in Facet]: readonly { value: string; name: string; count: number }[] } | undefined;
  /** How values read of which the answer knows no name. */
  labels: { readonly [Name in Facet]?: (value: string) => string };
  words: Readonly<Record<'mine' | 'from' | 'to', string>>;
  onChange(next: Narrowing & { [Name in Facet]?: string[] | undefined }): void;
}

/** What a list can be narrowed by, with what each choice would leave. */
export function FacetPanel<Facet extends keyof typeof t.archive.facet>({
  shown,
  search,
  facets,
  labels,
  words,
  onChange,
}: FacetPanelProps<Facet>) {
  type Next = Parameters<typeof onChange>[0];
  const chosenOf = (facet: Facet): string[] => search[facet]?.map(String) ?? [];
  const isNarrowed =
    shown.some(facet => chosenOf(facet).length > 0) || [search.mine, search.from, search.to].some(Boolean);
  const nothing = { mine: undefined, from: undefined, to: undefined };
  const time = (field: 'from' | 'to') => ({
    label: words[field],
    at: search[field],
    onAt: (at: string | undefined) => onChange({ [field]: at } as Next),
  });
  return (
    <div className="flex flex-col gap-4">
      <CheckField
        label={words.mine}
        isChecked={search.mine ?? false}
        onChange={isChecked => onChange({ mine: isChecked || undefined } as Next)}
      />
      {facets &&
        shown.map(facet => (
          <FacetList
            key={facet}
            label={t.archive.facet[facet]}
            values={facets[facet].map(({ value, name, count }) => ({
              value,
              name: labels[facet]?.(value) ?? name,
              count,
            }))}
            chosen={chosenOf(facet)}
            onChange={chosen => onChange({ [facet]: chosen.length > 0 ? chosen : undefined } as Next)}
          />
        ))}
      <InstantField {...time('from')} />
      <InstantField {...time('to')} />
      {isNarrowed && (
        <Button
          className="self-start"
          onClick={() =>
            onChange({ ...Object.fromEntries(shown.map(facet => [facet, undefined])), ...nothing } as Next)
          }
        >
          {t.common.clearFilters}
        </Button>
      )}
    </div>
  );
}
