import { sql } from 'kysely';
import type { Db } from '../db/openDatabase.ts';

/** Says that a process and its workers live. Times are the database's, so that clocks of hosts need not agree. */
export async function beat(db: Db, { id, workerIds }: { id: string; workerIds: string[] }): Promise<void> {
  const heartbeatAt = sql<string>`now()`;
  await db
    .insertInto('serverProcess')
    .values({ id, workerIds, heartbeatAt })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ workerIds, heartbeatAt }))
    .execute();
}

/** A process that stops in order takes its heartbeat along. */
export const forgetProcess = (db: Db, id: string) =>
  db.deleteFrom('serverProcess').where('id', '=', id).execute();

/** For a server that knows itself to be alone. */
export const forgetProcesses = (db: Db) => db.deleteFrom('serverProcess').execute();

/**
 * Unlocks jobs whose worker belongs to no process that lives.
 *
 * @param patience after which a silent process counts as dead, in milliseconds
 * @returns how many jobs run again
 */
export async function releaseJobsOfTheDead(db: Db, patience: number): Promise<number> {
  const { rows } = await sql<{ released: number }>`
    with gone as (
      delete from server_process where heartbeat_at < now() - ${patience} * interval '1 millisecond'
    ),
    alive as (
      select unnest(worker_ids) as worker_id from server_process
      where heartbeat_at >= now() - ${patience} * interval '1 millisecond'
    ),
    dead as (
      select locked_by, count(*) as held from graphile_worker.jobs
      where locked_by is not null and locked_by not in (select worker_id from alive)
      group by locked_by
    )
    select coalesce(sum(held), 0)::int as released
    from dead, lateral (select graphile_worker.force_unlock_workers(array[dead.locked_by])) as unlocked`.execute(
    db,
  );
  return rows[0]!.released;
}
