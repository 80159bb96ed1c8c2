import { sql } from 'kysely';
import type pg from 'pg';
import type { ObjectStore } from '../../../recorder/objects/objectStore.ts';
import type { Db } from '../db/openDatabase.ts';

/** Any number will do, as long as every server uses the same. */
const LOCK = 4_600_020;

/**
 * Keeps objects from being deleted for as long as the session lasts: taken before a back-up's snapshot, so that each
 * object that the snapshot's rows name is still there when its turn comes. Waits for deletions that are under way.
 */
export async function holdDeletion(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
}

/**
 * The store, for a server: while a back-up is made nothing is deleted. What should have been is named by no row any more,
 * and goes with the next sweep.
 */
export function withHeldDeletion(objects: ObjectStore, db: Db): ObjectStore {
  return {
    put: (source, options) => objects.put(source, options),
    get: (key, options) => objects.get(key, options),
    stat: key => objects.stat(key),
    list: prefix => objects.list(prefix),
    check: () => objects.check(),
    sweep: before => objects.sweep(before),
    close: () => objects.close(),
    delete: key =>
      db.transaction().execute(async transaction => {
        const { rows } = await sql<{ may: boolean }>`
          select pg_try_advisory_xact_lock_shared(${LOCK}) as may`.execute(transaction);
        if (rows[0]!.may) await objects.delete(key);
      }),
  };
}
