import { type Kysely, sql } from 'kysely';

/**
 * Whether nobody else could administer if this person could not. Administrators are locked until the transaction ends:
 * of two that remove each other at once, the second is told.
 */
export async function isLastAdministrator<Database>(
  db: Kysely<Database>,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from person where 'administrator' = any (roles) and disabled_at is null order by id for update`.execute(
    db,
  );
  return rows.length === 1 && rows[0]!.id === personId;
}

/** Whether anybody administers; until then the set-up waits for the first. */
export async function hasAdministrator<Database>(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`
    select from person where 'administrator' = any (roles) and disabled_at is null limit 1`.execute(db);
  return rows.length > 0;
}
