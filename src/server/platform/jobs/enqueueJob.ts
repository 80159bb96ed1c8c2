import { sql } from 'kysely';
import type { Db } from '../db/openDatabase.ts';

/**
 * Adds a job in the caller's transaction: it runs when, and only when, the change is committed.
 *
 * @param key jobs with one key are one job until it starts: the later replaces the earlier
 */
export async function enqueueJob(
  db: Db,
  job: string,
  payload: object,
  { key }: { key?: string } = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      identifier => ${job}, payload => ${JSON.stringify(payload)}::json, job_key => ${key ?? null}, max_attempts => 8
    )`.execute(db);
}
