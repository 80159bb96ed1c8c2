import { sql } from 'kysely';
import type { Db } from '../db/openDatabase.ts';

/** What an operator asks of a database. */
export interface DatabaseFacts {
  version: string;
  isReadOnly: boolean;
  bytes: number;
  connections: number;
  mostConnections: number;
  /** Seconds since 1970. */
  clock: number;
  /** Rows of larger tables that vacuum has still to remove, and those that are alive. */
  dead: number;
  live: number;
  /** Seconds that the oldest transaction has been open. */
  longest: number;
}

/** Reads it. */
export async function readDatabaseFacts(db: Db): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version,
      current_setting('transaction_read_only') = 'on' as "isReadOnly",
      pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "mostConnections",
      extract(epoch from clock_timestamp())::float8 as clock,
      (select coalesce(sum(n_dead_tup), 0)::float8 from pg_stat_user_tables where n_live_tup > 10000) as dead,
      (select coalesce(sum(n_live_tup), 0)::float8 from pg_stat_user_tables where n_live_tup > 10000) as live,
      (select coalesce(max(extract(epoch from now() - xact_start)), 0)::float8 from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()) as longest`.execute(db);
  return rows[0]!;
}

/** How many processes with workers have said within half a minute that they live. */
export async function countLivingServers(db: Db): Promise<number> {
  const { rows } = await sql<{ living: number }>`
    select count(*)::int as living from server_process where heartbeat_at > now() - interval '30 seconds'`.execute(
    db,
  );
  return rows[0]!.living;
}
