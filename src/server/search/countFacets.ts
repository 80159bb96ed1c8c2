import { FACETS, type Facet } from '../../contract/search.ts';
import { type Columns, codesWith, type FacetColumn } from './columns.ts';
import { createScratch } from './scratch.ts';

const scratchOfTimely = createScratch(length => new Uint32Array(length));
const scratchOfMisses = createScratch(length => new Uint16Array(length));
const scratchOfMissing = createScratch(length => new Uint32Array(length));

/** What hits are narrowed to; what is undefined does not narrow. */
export type FacetFilter = { [F in Facet]?: readonly string[] | undefined };

export interface Narrowing {
  facets: FacetFilter;
  /** Microseconds since 1970: at or after `from`, before `to`. */
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
  const isFiltered = FACETS.some(facet => filter[facet]);
  const misses = isFiltered ? findMisses(columns, timely, filter) : new Uint16Array(0);
  const hits = (isFiltered ? missing(timely, misses, 0) : timely).slice();
  const counts = Object.fromEntries(
    FACETS.map(facet => {
      const column = columns.facets[facet];
      const tallies = tally(column, hits);
      if (filter[facet]) tally(column, missing(timely, misses, bitOf(facet)), tallies);
      return [facet, byValue(column, tallies)];
    }),
  );
  return { hits, counts: counts as Narrowed['counts'] };
}

function within({ at, isGone }: Columns, ords: Uint32Array, from: number, to: number): Uint32Array {
  const kept = scratchOfTimely(ords.length);
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
  const misses = scratchOfMisses(ords.length).fill(0);
  for (const facet of FACETS) {
    const wanted = filter[facet];
    if (!wanted) continue;
    const { codes } = facets[facet];
    const bit = bitOf(facet);
    const passes = codesWith(facets[facet], wanted);
    for (let i = 0; i < ords.length; i++) if (passes[codes[ords[i]!]!] === 0) misses[i]! |= bit;
  }
  return misses;
}

/** Those of the ords that miss just these filters; until it is asked for others. */
function missing(ords: Uint32Array, misses: Uint16Array, wanted: number): Uint32Array {
  const kept = scratchOfMissing(ords.length);
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

function byValue({ combinations, values }: FacetColumn, tallies: Uint32Array): ReadonlyMap<string, number> {
  const sums = new Uint32Array(values.length);
  for (let code = 0; code < tallies.length; code++)
    if (tallies[code]! > 0) for (const place of combinations[code]!) sums[place]! += tallies[code]!;
  return new Map(
    values.flatMap((value, place) => (sums[place]! > 0 ? [[value, sums[place]!] as const] : [])),
  );
}
