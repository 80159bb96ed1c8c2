import type { Db } from '../platform/db/openDatabase.ts';
import { fromCursor, toCursor } from '../platform/operations/page.ts';
import { refuse } from '../platform/operations/refuse.ts';
import type { Columns } from './columns.ts';
import { matchingTitles } from './matching.ts';
import { type NewestKey, newest } from './newest.ts';
import { rank } from './rank.ts';
import { createScratch } from './scratch.ts';

const scratchOfSet = createScratch(length => new Uint8Array(length));
const scratchOfKept = createScratch(length => new Uint32Array(length));

/** Hits that are ranked, at most, by how new they are; and as many again of those whose title matches. */
const MOST_RANKED = 100;

export interface Ordering {
  limit: number;
  cursor: string | undefined;
}

export interface OrderedPage {
  ords: number[];
  nextCursor: string | null;
}

/** A page of hits, the newest first. */
export function pageByAge(columns: Columns, hits: Uint32Array, { limit, cursor }: Ordering): OrderedPage {
  const after = cursor ? fromAgeCursor(cursor) : undefined;
  const found = newest(columns, hits, { most: limit + 1, after });
  const ords = found.slice(0, limit);
  const last = ords.at(-1);
  const nextCursor = found.length > limit ? toCursor([columns.at[last!]!, last!]) : null;
  return { ords, nextCursor };
}

/**
 * A page of hits, the best first. Where there are very many, only the newest are ranked, and the newest with all the words
 * in the title: the rest would hardly come before them, and follow them by age.
 */
export async function pageByRank(
  db: Db,
  columns: Columns,
  hits: Uint32Array,
  { limit, cursor, query, text, now }: Ordering & { query: string; text: string; now: string },
): Promise<OrderedPage> {
  const { asOf, place } = cursor ? fromRankCursor(cursor) : { asOf: now };
  const worth = await worthRanking(db, columns, hits, query);
  const ranked = place?.part === 'older' ? [] : await rank(db, columns, { ords: worth, query, text, asOf });
  const best = ranked
    .filter(
      ({ score, ord }) => !place || score < place.key[0] || (score === place.key[0] && ord < place.key[1]),
    )
    .slice(0, limit + 1)
    .map(({ score, ord }): Place => ({ part: 'ranked', key: [score, ord] }));
  const older = newestWithout(columns, hits, worth, {
    most: limit + 1 - best.length,
    after: place?.part === 'older' ? place.key : undefined,
  }).map((ord): Place => ({ part: 'older', key: [columns.at[ord]!, ord] }));
  const places = [...best, ...older];
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    ords: page.map(({ key: [, ord] }) => ord),
    nextCursor: places.length > limit ? toCursor([last!.part, ...last!.key, asOf]) : null,
  };
}

/** Where a page ended: among those that are ranked (score, ord), or among the older ones behind them. */
interface Place {
  part: 'ranked' | 'older';
  key: NewestKey;
}

async function worthRanking(db: Db, columns: Columns, hits: Uint32Array, query: string): Promise<number[]> {
  if (hits.length <= 2 * MOST_RANKED) return [...hits];
  const titled = within(hits, await matchingTitles(db, columns, query), columns.size);
  const worth = [titled, hits].flatMap(some => newest(columns, some, { most: MOST_RANKED }));
  return [...new Set(worth)];
}

/** Those of the hits that are among others; until it is asked again. */
function within(hits: Uint32Array, others: Uint32Array, size: number): Uint32Array {
  const isOther = scratchOfSet(size).fill(0);
  for (const ord of others) isOther[ord] = 1;
  const kept = scratchOfKept(hits.length);
  let count = 0;
  for (const ord of hits) if (isOther[ord] === 1) kept[count++] = ord;
  return kept.subarray(0, count);
}

/** The newest of the hits that are not among some others. */
function newestWithout(
  columns: Columns,
  hits: Uint32Array,
  others: readonly number[],
  { most, after }: { most: number; after: NewestKey | undefined },
): number[] {
  if (most === 0 || hits.length === others.length) return [];
  const isOther = new Set(others);
  return newest(columns, hits, { most: most + others.length, after })
    .filter(ord => !isOther.has(ord))
    .slice(0, most);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function fromRankCursor(cursor: string): { asOf: string; place: Place } {
  const [part, first, ord, asOf] = fromCursor(cursor, 4);
  if (
    (part === 'ranked' || part === 'older') &&
    typeof first === 'number' &&
    typeof ord === 'number' &&
    INSTANT.test(String(asOf))
  )
    return { asOf: String(asOf), place: { part, key: [first, ord] } };
  return refuseCursor();
}

function fromAgeCursor(cursor: string): NewestKey {
  const [at, ord] = fromCursor(cursor, 2);
  return typeof at === 'number' && typeof ord === 'number' ? [at, ord] : refuseCursor();
}

const refuseCursor = (): never =>
  refuse('invalid', 'This cursor was not given out by this search. Begin again without one.');
