import { FACETS, type Facet } from '../../contract/search.ts';
import type { Columns } from './columns.ts';

/** What hits are narrowed to; what is undefined does not narrow. */
export type FacetFilter = { [F in Facet]?: readonly string[] | undefined };

export interface Narrowing {
  facets: FacetFilter;
  /** Milliseconds since 1970: at or after `from`, before `to`. */
  from: number;
  to: number;
}

export interface Narrowed {
  /** Ords of the hits, each once. */
  hits: Uint32Array;
  /** By facet and value: how many hits there would be if this were the only value of the facet's filter. */
  counts: Record<Facet, ReadonlyMap<string, number>>;
}

/**
 * Narrows candidates to hits and counts facets in one pass: a candidate that passes all filters counts everywhere, one
 * that only a single facet's filter keeps out counts in that facet, as if its filter were not there.
 *
 * @param candidates ords that the actor may see and the text matches, each once
 */
export function countFacets(
  { at, isGone, facets }: Columns,
  candidates: Uint32Array,
  { facets: filter, from, to }: Narrowing,
): Narrowed {
  const columns = FACETS.map(facet => ({
    codes: facets[facet].codes,
    tallies: new Uint32Array(facets[facet].combinations.length),
  }));
  const filters = FACETS.flatMap((facet, place) => {
    const wanted = filter[facet];
    if (!wanted) return [];
    const passes = Uint8Array.from(facets[facet].combinations, values =>
      Number(values.some(value => wanted.includes(value))),
    );
    return [{ place, codes: facets[facet].codes, passes }];
  });
  const hits = new Uint32Array(candidates.length);
  let count = 0;
  for (const ord of candidates) {
    if (isGone[ord] || at[ord]! < from || at[ord]! >= to) continue;
    let failed = -1;
    let failures = 0;
    for (const { place, codes, passes } of filters) {
      if (passes[codes[ord]!]) continue;
      failed = place;
      failures++;
    }
    if (failures > 1) continue;
    if (failures === 1) {
      const { codes, tallies } = columns[failed]!;
      tallies[codes[ord]!]!++;
      continue;
    }
    hits[count++] = ord;
    for (const { codes, tallies } of columns) tallies[codes[ord]!]!++;
  }
  const counts = Object.fromEntries(
    FACETS.map((facet, place) => [facet, byValue(columns[place]!.tallies, facets[facet].combinations)]),
  ) as Narrowed['counts'];
  return { hits: hits.subarray(0, count), counts };
}

function byValue(
  tallies: Uint32Array,
  combinations: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  tallies.forEach((tally, code) => {
    if (tally === 0) return;
    for (const value of combinations[code]!) counts.set(value, (counts.get(value) ?? 0) + tally);
  });
  return counts;
}
