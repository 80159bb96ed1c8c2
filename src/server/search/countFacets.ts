import { FACETS, type Facet } from '../../contract/search.ts';
import type { Columns, FacetColumn } from './columns.ts';

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
 * Narrows candidates to hits and counts facets: a candidate that passes all filters counts everywhere, one that only a
 * single facet's filter keeps out counts in that facet, as if its filter were not there. Column by column, so that each
 * loop does one thing with one array.
 *
 * @param candidates ords that the actor may see and the text matches, each once
 */
export function countFacets(
  columns: Columns,
  candidates: Uint32Array,
  { facets: filter, from, to }: Narrowing,
): Narrowed {
  const timely = within(columns, candidates, from, to);
  const misses = findMisses(columns, timely, filter);
  const hits = missing(timely, misses, 0);
  const counts = Object.fromEntries(
    FACETS.map(facet => {
      const column = columns.facets[facet];
      const tallies = tally(column, hits);
      if (filter[facet]) tally(column, missing(timely, misses, bitOf(facet)), tallies);
      return [facet, byValue(tallies, column.combinations)];
    }),
  );
  return { hits, counts: counts as Narrowed['counts'] };
}

function within({ at, isGone }: Columns, ords: Uint32Array, from: number, to: number): Uint32Array {
  const kept = new Uint32Array(ords.length);
  let count = 0;
  for (let i = 0; i < ords.length; i++) {
    const ord = ords[i]!;
    if (isGone[ord] === 0 && at[ord]! >= from && at[ord]! < to) kept[count++] = ord;
  }
  return kept.subarray(0, count);
}

const bitOf = (facet: Facet): number => 1 << FACETS.indexOf(facet);

/** By place among the ords: a bit for each facet whose filter keeps it out. */
function findMisses({ facets }: Columns, ords: Uint32Array, filter: FacetFilter): Uint16Array {
  const misses = new Uint16Array(ords.length);
  for (const facet of FACETS) {
    const wanted = filter[facet];
    if (!wanted) continue;
    const { codes, combinations } = facets[facet];
    const bit = bitOf(facet);
    const miss = Uint16Array.from(combinations, values =>
      values.some(value => wanted.includes(value)) ? 0 : bit,
    );
    for (let i = 0; i < ords.length; i++) misses[i]! |= miss[codes[ords[i]!]!]!;
  }
  return misses;
}

/** Those of the ords that miss just these filters. */
function missing(ords: Uint32Array, misses: Uint16Array, wanted: number): Uint32Array {
  const kept = new Uint32Array(ords.length);
  let count = 0;
  for (let i = 0; i < ords.length; i++) if (misses[i] === wanted) kept[count++] = ords[i]!;
  return kept.subarray(0, count);
}

/** How many of the ords have each code. */
function tally(
  { codes, combinations }: FacetColumn,
  ords: Uint32Array,
  tallies: Uint32Array = new Uint32Array(combinations.length),
): Uint32Array {
  for (let i = 0; i < ords.length; i++) tallies[codes[ords[i]!]!]!++;
  return tallies;
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
