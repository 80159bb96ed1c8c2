import { parseInstant } from '../../core/instant.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Columns } from './columns.ts';
import { memoriesOf } from './memories.ts';
import { scoreDocuments } from './scoreStore.ts';

/** Microseconds. */
const YEAR = 31_557_600_000_000;

/** Documents that one query scores: words of most must be fetched from the disk, and some can be fetched side by side. */
const AT_ONCE = 50;

export interface Ranked {
  ord: number;
  /** A billionth is one. */
  score: number;
}

/**
 * Ranks documents that match, the best first; of equals the later one. Scores of texts are kept and asked again of what
 * changed; the columns must have been brought up to date after the request came.
 *
 * @param query a tsquery
 * @param text as it was typed
 * @param asOf ISO; how old a document is, is counted from here
 */
export async function rank(
  db: Db,
  columns: Columns,
  { ords, query, text, asOf }: { ords: readonly number[]; query: string; text: string; asOf: string },
): Promise<Ranked[]> {
  const scores = await scoresOf(db, columns, { ords, query, text });
  const now = parseInstant(asOf);
  return ords
    .flatMap(ord => {
      const score = scores.get(ord);
      if (score === undefined) return [];
      const recency = 0.1 / (1 + Math.max(0, now - columns.at[ord]!) / YEAR);
      return [{ ord, score: Math.round(1e9 * (score + recency)) }];
    })
    .sort((a, b) => b.score - a.score || b.ord - a.ord);
}

/** Scores of documents; a document that matches no more has none. */
async function scoresOf(
  db: Db,
  columns: Columns,
  { ords, query, text }: { ords: readonly number[]; query: string; text: string },
): Promise<ReadonlyMap<number, number>> {
  const { changes, scores } = memoriesOf(columns);
  const key = `${query}\n${text}`;
  const asked = changes.count;
  const before = scores.get(key);
  const changed = before && changes.since(before.asked);
  const known = new Map(changed ? before.byOrd : []);
  for (const ord of changed ?? []) known.delete(ord);
  const absent = ords.filter(ord => !known.has(ord));
  if (absent.length === 0) return known;
  const scored = await Promise.all(
    Array.from({ length: Math.ceil(absent.length / AT_ONCE) }, (_, nth) =>
      scoreDocuments(db, { ords: absent.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE), query, text }),
    ),
  );
  for (const { ord, score } of scored.flat()) known.set(ord, score);
  // What was heard of meanwhile may be newer than these.
  if (changes.count === asked) scores.set(key, { asked, byOrd: known });
  return known;
}
