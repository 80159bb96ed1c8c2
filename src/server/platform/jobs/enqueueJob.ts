import { sql } from 'kysely';
import type { Db } from '../db/openDatabase.ts';

/** With waits that grow from seconds to minutes, about an hour passes until a job is parked. */
const MOST_ATTEMPTS = 8;

export interface JobOptions {
  /** Jobs with one key are one job until it starts: the later replaces the earlier. */
  key?: string;
  /** A job that failed this often is parked: shown to administrators, and run again only when told to. */
  mostAttempts?: number;
}

/**
 * Adds a job in the caller's transaction: it runs when, and only when, the change is committed.
 */
export async function enqueueJob(
  db: Db,
  job: string,
  payload: object,
  { key, mostAttempts = MOST_ATTEMPTS }: JobOptions = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      identifier => ${job}, payload => ${JSON.stringify(payload)}::json, job_key => ${key ?? null}, max_attempts => ${mostAttempts}
    )`.execute(db);
}
