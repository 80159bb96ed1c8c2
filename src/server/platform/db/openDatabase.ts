import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './preparingClient.ts';
import type { DB } from './schema.ts';

/** The database as stores see it: reads run on the pool, changes on one transaction. */
export type Db = Kysely<DB>;

export interface OpenDatabase {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** Columns are snake_case in SQL and camelCase in rows; what is in json stays as it is. */
export const CAMEL_CASE = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Milliseconds for a connection: a request answers within 2 s even when the database does not. */
const REQUEST_PATIENCE = 1_500;
/** A command, which nobody asks twice, waits for a machine that is busy. */
const COMMAND_PATIENCE = 15_000;

/** The same connection, for a command. */
export const patiently = (connection: pg.PoolConfig): pg.PoolConfig => ({
  ...connection,
  connectionTimeoutMillis: COMMAND_PATIENCE,
});

const pools = new WeakMap<Db, pg.Pool>();

/** The pool on which a database's reads run; none of a transaction, which has a connection of its own. */
export const poolOf = (db: Db): pg.Pool | undefined => pools.get(db);

const TIMESTAMPTZ = pg.types.builtins.TIMESTAMPTZ;
const INT8 = pg.types.builtins.INT8;
const DATE = pg.types.builtins.DATE;

/** `2023-01-30 12:07:14.1234+00` as PostgreSQL prints it in UTC → `2023-01-30T12:07:14.1234Z`; no microsecond is lost. */
const toInstant = (printed: string): string => printed.replace(' ', 'T').replace(/\+00$/, 'Z');

const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, toInstant],
  [DATE, text => text],
  // Counts and sequence numbers: all far below 2^53.
  [INT8, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    ((format !== 'binary' && parsers.get(oid as number)) ||
      pg.types.getTypeParser(oid, format as 'text')) as never,
};

/**
 * Opens a pool on a database. Times come out as ISO strings in UTC, to the microsecond.
 *
 * @param connection where it is, as `pg` takes it
 * @param most connections at once
 */
export function openDatabase(connection: pg.PoolConfig, most = 10): OpenDatabase {
  const pool = new pg.Pool({
    connectionTimeoutMillis: REQUEST_PATIENCE,
    ...connection,
    Client: PreparingClient,
    max: most,
    types,
    options:
      '-c timezone=UTC -c datestyle=ISO -c statement_timeout=20s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s',
  });
  // An idle connection that dies (the database restarts) is replaced by the pool when it is next needed.
  pool.on('error', () => undefined);
  pool.on('connect', client => client.on('error', () => undefined));
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [CAMEL_CASE],
  });
  pools.set(db, pool);
  // Kysely ends only a pool that it has used.
  const close = async (): Promise<void> => {
    await db.destroy();
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
}
