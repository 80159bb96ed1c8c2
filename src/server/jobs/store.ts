import { sql } from 'kysely';
import type { z } from 'zod';
import type { job } from '../../contract/jobs.ts';
import type { Db } from '../platform/db/openDatabase.ts';

type Job = z.infer<typeof job>;

export interface JobFilter {
  state?: Job['state'] | undefined;
  /** Id of the last job of the page before. */
  before?: string | undefined;
  most: number;
}

/** Jobs as people read them. The payload stays out: it may name what the reader may not see. */
const DESCRIBED = sql`
  select id::text as id, task_identifier as name, attempts::int as attempts, max_attempts::int as "mostAttempts",
    last_error as "lastError", run_at as "runAt", created_at as "createdAt",
    case
      when locked_at is not null then 'running'
      when attempts >= max_attempts then 'parked'
      else 'waiting'
    end as state
  from graphile_worker.jobs`;

export const listJobs = async (db: Db, { state, before, most }: JobFilter): Promise<Job[]> => {
  const { rows } = await sql<Job>`
    select * from (${DESCRIBED}) as described
    where (${state ?? null}::text is null or state = ${state ?? null})
      and (${before ?? null}::bigint is null or id::bigint < ${before ?? null}::bigint)
    order by id::bigint desc
    limit ${most}`.execute(db);
  return rows;
};

export const findJob = async (db: Db, id: string): Promise<Job | undefined> => {
  const { rows } = await sql<Job>`
    select * from (${DESCRIBED}) as described where id::bigint = ${id}::bigint`.execute(db);
  return rows[0];
};

/** Lets a job that is not running begin anew, at once. */
export const rescheduleJob = async (db: Db, id: string): Promise<void> => {
  await sql`
    select graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`.execute(db);
};
