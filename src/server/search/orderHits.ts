import type { Db } from '../platform/db/openDatabase.ts';
import { fromCursor, toCursor } from '../platform/operations/page.ts';
import { refuse } from '../platform/operations/refuse.ts';
import type { Columns } from './columns.ts';
import { findTitles } from './matchStore.ts';
import { newest } from './newest.ts';
import { rankDocuments } from './rankStore.ts';

/** Hits that are ranked, at most, by how new they are; and as many again of those whose title matches. */
const MOST_RANKED = 150;

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
  const after = cursor ? (fromCursor(cursor, 2).map(Number) as [number, number]) : undefined;
  const found = newest(columns, hits, { most: limit + 1, after });
  const ords = found.slice(0, limit);
  const last = ords.at(-1);
  const nextCursor = found.length > limit ? toCursor([columns.at[last!]!, last!]) : null;
  return { ords, nextCursor };
}

/**
 * A page of hits, the best first. Where there are very many, only the newest are ranked, and the newest with all the words
 * in the title: the rest would not come before them.
 */
export async function pageByRank(
  db: Db,
  columns: Columns,
  hits: Uint32Array,
  { limit, cursor, query, text, now }: Ordering & { query: string; text: string; now: string },
): Promise<OrderedPage> {
  const [score, ord, asOf] = cursor ? fromRankCursor(cursor) : [Number.POSITIVE_INFINITY, 0, now];
  const ords = await worthRanking(db, columns, hits, query);
  const behind = (await rankDocuments(db, { ords, query, text, asOf }))
    .sort((a, b) => b.score - a.score || b.ord - a.ord)
    .filter(each => each.score < score || (each.score === score && each.ord < ord));
  const page = behind.slice(0, limit);
  const last = page.at(-1);
  return {
    ords: page.map(each => each.ord),
    nextCursor: behind.length > limit ? toCursor([last!.score, last!.ord, asOf]) : null,
  };
}

async function worthRanking(db: Db, columns: Columns, hits: Uint32Array, query: string): Promise<number[]> {
  if (hits.length <= 2 * MOST_RANKED) return [...hits];
  const isTitled = new Uint8Array(columns.size);
  for (const ord of await findTitles(db, query)) isTitled[ord] = 1;
  const titled = hits.filter(ord => isTitled[ord]);
  const worth = [titled, hits].flatMap(some => newest(columns, some, { most: MOST_RANKED }));
  return [...new Set(worth)];
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function fromRankCursor(cursor: string): [score: number, ord: number, asOf: string] {
  const [score, ord, asOf] = fromCursor(cursor, 3);
  if (typeof score === 'number' && typeof ord === 'number' && INSTANT.test(String(asOf)))
    return [score, ord, String(asOf)];
  return refuse('invalid', 'This cursor was not given out by this search. Begin again without one.');
}
