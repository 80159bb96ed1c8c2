import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/openDatabase.ts';
import type { ReadingOptions } from './store.ts';

/** Lets one transaction at a time decide what is read of an incident. */
export const lockReadings = (db: Db, incidentId: string) =>
  db.selectFrom('incident').select('id').where('id', '=', incidentId).forNoKeyUpdate().executeTakeFirst();

/** Ends the reading that runs: what it reads is not all there is any more. */
export async function supersedeRunning(db: Db, incidentId: string, at: string): Promise<void> {
  await db
    .updateTable('reading')
    .set({ state: 'superseded', endedAt: at })
    .where('incidentId', '=', incidentId)
    .where('state', '=', 'running')
    .execute();
}

/** The reading that waits. */
export const findWaiting = (db: Db, incidentId: string) =>
  db
    .selectFrom('reading')
    .select('id')
    .where('incidentId', '=', incidentId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();

/** Options of the newest reading: what a person said holds until another says otherwise. */
export async function findOptions(db: Db, incidentId: string): Promise<ReadingOptions> {
  const newest = await db
    .selectFrom('reading')
    .select('options')
    .where('incidentId', '=', incidentId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (newest?.options ?? {}) as ReadingOptions;
}

/** Adds the next reading of an incident; returns its id. */
export async function insertReading(
  db: Db,
  {
    incidentId,
    options,
    requestedBy,
    at,
  }: { incidentId: string; options: ReadingOptions; requestedBy: string | null; at: string },
): Promise<string> {
  const id = randomUUIDv7();
  await db
    .insertInto('reading')
    .values(eb => ({
      id,
      incidentId,
      version: eb
        .selectFrom('reading as before')
        .select(sql<number>`coalesce(max(before.version), 0) + 1`.as('next'))
        .where('before.incidentId', '=', incidentId),
      state: 'waiting',
      options: JSON.stringify(options),
      requestedBy,
      requestedAt: at,
    }))
    .execute();
  return id;
}

/** Gives the reading that waits other options. */
export async function updateOptions(db: Db, id: string, options: ReadingOptions): Promise<void> {
  await db
    .updateTable('reading')
    .set({ options: JSON.stringify(options) })
    .where('id', '=', id)
    .execute();
}

/** Ends a reading that waits or runs, because a person says so; false when it is over already. */
export async function cancelReading(db: Db, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reading')
    .set({ state: 'cancelled', endedAt: at, reason: null })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes back every reading that read a file, whatever its state; returns their ids. */
export async function withdraw(db: Db, evidenceId: string, at: string): Promise<string[]> {
  const rows = await db
    .updateTable('reading')
    .set({
      state: 'withdrawn',
      reason: null,
      endedAt: sql<string>`coalesce(ended_at, ${at})`,
      coverage: null,
      gaps: null,
      clocks: null,
      redactions: null,
      suspects: null,
    })
    .where('state', 'in', ['running', 'done', 'failed', 'cancelled', 'superseded'])
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('readingEvidence')
          .select('readingId')
          .whereRef('readingEvidence.readingId', '=', 'reading.id')
          .where('readingEvidence.evidenceId', '=', evidenceId),
      ),
    )
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom('readingFile').where('readingId', 'in', ids).execute();
  return ids;
}

/** Version of the newest reading of an incident; 0 before any. */
export async function findNewestVersion(db: Db, incidentId: string): Promise<number> {
  const { newest } = await db
    .selectFrom('reading')
    .select(sql<number>`coalesce(max(version), 0)`.as('newest'))
    .where('incidentId', '=', incidentId)
    .executeTakeFirstOrThrow();
  return newest;
}
