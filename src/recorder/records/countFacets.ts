import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, FACETS, type Facet, type RecordFilter } from './recordFilter.ts';

export interface FacetCounts {
  /** That fit the whole filter. */
  records: number;
  from: Micros | null;
  to: Micros | null;
  /** The most frequent words of each facet, counted without the facet's own choice. */
  words: Record<Facet, { value: string; records: number }[]>;
}

const MOST_WORDS = 100;

/** Counts records by what they may be chosen by. One pass over the file. Throws as `searchRecords` does. */
export async function countFacets(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
): Promise<FacetCounts> {
  const common = conditionsOf(filter, FACETS);
  const { values } = conditionsOf(filter);
  // Only the facets' own conditions are left for the counts; the costly ones are behind `fitting`.
  const chosen = Object.fromEntries(FACETS.map(facet => [facet, filter[facet]])) as RecordFilter;
  const counts = FACETS.map(
    facet => `
    (select '${facet}' as facet, ${facet} as value, count(*) as records, null as "from", null as "to" from fitting
    where ${conditionsOf(chosen, [facet]).sql} group by ${facet} order by records desc, value limit ${MOST_WORDS})`,
  );
  const rows = await engine.rowsOf<{
    facet: Facet | 'all';
    value: string;
    records: number;
    from: number;
    to: number;
  }>(
    `with fitting as materialized (
      select "at", ${FACETS.join(', ')} from ${rowsIn(await copies.pathOf(key))} where ${common.sql}
    )
    select 'all' as facet, '' as value, count(*) as records, min(epoch_us("at")) as "from", max(epoch_us("at")) as "to"
    from fitting where ${conditionsOf(chosen).sql}
    union all ${counts.join(' union all ')}`,
    values,
  );
  const all = rows.find(({ facet }) => facet === 'all')!;
  const wordsOf = (facet: Facet) =>
    rows
      .filter(row => row.facet === facet)
      .map(({ value, records }) => ({ value, records }))
      .sort((a, b) => b.records - a.records || (a.value < b.value ? -1 : 1));
  return {
    records: all.records,
    from: all.from,
    to: all.to,
    words: Object.fromEntries(FACETS.map(facet => [facet, wordsOf(facet)])) as FacetCounts['words'],
  };
}
