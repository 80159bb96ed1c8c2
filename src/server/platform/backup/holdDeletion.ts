import { type Kysely, sql } from 'kysely';
import type pg from 'pg';

/** Any number will do, as long as every server uses the same. */
const LOCK = 4_600_020;

/**
 * Keeps objects from being deleted for as long as the session lasts: taken before a back-up's snapshot, so that each
 * object that the snapshot's rows name is still there when its turn comes.
 */
export async function holdDeletion(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [LOCK]);
}

/**
 * For whoever deletes objects, in the transaction around it: whether no back-up holds them. If one does, try again later;
 * what no row refers to does no harm until then.
 */
export async function mayDeleteObjects<Database>(transaction: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as may`.execute(
    transaction,
  );
  return rows[0]!.may;
}
