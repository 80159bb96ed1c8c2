import { t } from '../../messages/index.ts';
import { FacetList } from '../../ui/FacetList.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type ChangeLogAddress, FACETS, type FacetName, type LogAddress } from './useLogAddress.ts';

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
            <FacetList
              key={facet}
              label={t.evidence.logs.facet[facet]}
              values={counts[facet].map(({ value, records }) => ({
                value,
                name: value || t.evidence.logs.noWord,
                count: records,
              }))}
              chosen={chosenOf(facet, counts, address)}
              onChange={words => onChange({ [facet]: words })}
            />
          ),
      )}
    </div>
  );
}

/** Kinds are chosen before anybody chose: those of which there is nothing are not worth a line. */
function chosenOf(facet: FacetName, counts: Counts, address: LogAddress): readonly string[] {
  if (facet !== 'kind') return address[facet];
  return address.kind.filter(word => counts.kind.some(({ value }) => value === word));
}
