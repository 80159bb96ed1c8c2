import type pg from 'pg';

/** What a database tells about itself and the work that waits in it. */
export interface Figures {
  jobs: Readonly<Record<'waiting' | 'running' | 'parked', number>>;
  /** Audit events without a place in the log, and those with one. */
  auditQueue: number;
  auditSize: number;
  databaseBytes: number;
  /** Sealed originals and files of readings. */
  objects: number;
}

const FIGURES = `
  select count(*) filter (where locked_at is not null)::int as running,
    count(*) filter (where locked_at is null and attempts >= max_attempts)::int as parked,
    count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
    (select count(*)::int from audit_queue) as "auditQueue",
    (select coalesce(max(index) + 1, 0)::float8 from audit_leaf) as "auditSize",
    pg_database_size(current_database())::float8 as "databaseBytes",
    ((select count(*) from evidence where removed_at is null) + (select count(*) from reading_file))::float8 as objects
  from graphile_worker._private_jobs`;

/** Reads all figures in one query, of some milliseconds. */
export async function readFigures(pool: Pick<pg.Pool, 'query'>): Promise<Figures> {
  const { rows } = await pool.query<Omit<Figures, 'jobs'> & Figures['jobs']>(FIGURES);
  const { waiting, running, parked, ...figures } = rows[0]!;
  return { jobs: { waiting, running, parked }, ...figures };
}
