import { sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';

/** Indexes at most so many stale parts, and says how many. Fails when an incident of theirs is locked for long. */
export async function indexStale(db: Db, most: number): Promise<number> {
  const { rows } = await sql<{ indexed: number }>`select search_catch_up(${most}) as indexed`.execute(db);
  return rows[0]!.indexed;
}
