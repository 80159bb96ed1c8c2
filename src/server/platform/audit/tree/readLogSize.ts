import { type Kysely, sql } from 'kysely';

/** How many entries have their place in the log. */
export async function readLogSize<Database>(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ size: string }>`
    select coalesce(max(index) + 1, 0) as size from audit_leaf`.execute(db);
  return Number(rows[0]!.size);
}
