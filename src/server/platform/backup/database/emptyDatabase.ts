import type pg from 'pg';

/** Whether nothing of ours, nor of anybody else, stands where our tables go. */
export async function isEmptyDatabase(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    `select not exists (
      select from pg_class
      where relnamespace = any (array[to_regnamespace('public'), to_regnamespace('graphile_worker')])
        and relkind in ('r', 'p', 'v', 'm')
    ) as empty`,
  );
  return rows[0]!.empty;
}

/** Removes all tables, functions and jobs, in one transaction. */
export async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  await client.query(
    `begin;
    drop schema if exists graphile_worker cascade;
    drop schema public cascade;
    create schema public;
    commit`,
  );
}

/** Removes the same in the caller's transaction, the queue's schema excepted: of it only what it holds. */
export async function emptyWithin(transaction: pg.ClientBase): Promise<void> {
  await transaction.query(
    `delete from graphile_worker._private_jobs;
    delete from graphile_worker._private_job_queues;
    delete from graphile_worker._private_known_crontabs;
    drop schema public cascade;
    create schema public`,
  );
}

/**
 * When a server last said that it lives on this database, if that was within the last half minute: it must be stopped
 * before anything is taken from under it.
 */
export async function findLivingServer(client: pg.ClientBase | pg.Pool): Promise<string | undefined> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.server_process') is not null as exists`,
  );
  if (!tables[0]!.exists) return undefined;
  const { rows } = await client.query<{ id: string }>(
    `select id from server_process where heartbeat_at > now() - interval '30 seconds' limit 1`,
  );
  return rows[0]?.id;
}
