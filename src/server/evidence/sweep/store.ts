import { sql } from 'kysely';
import type { Db } from '../../platform/db/openDatabase.ts';

/** Those of some objects' keys that no row names. */
export async function findUnnamed(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from unnest(${keys}::text[]) as key
    where not exists (select from evidence where sealed_key = key and removed_at is null)
      and not exists (select from upload_part where sealed_key = key)
      and not exists (select from reading_file where object_key = key)`.execute(db);
  return rows.map(({ key }) => key);
}
