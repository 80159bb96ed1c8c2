import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';

/** Connections for signing in. Few: what an onslaught of passwords occupies is not taken from people at work. */
const MOST_CONNECTIONS = 4;
/** How long one waits for its turn, in milliseconds: passwords are slow to check, on purpose. */
const PATIENCE = 10_000;

/** What one request to better-auth does, from its first query to its last. */
export interface AuthExchange {
  client: pg.PoolClient;
  /** What the identity provider said of the person who comes back from it. */
  claims?: Readonly<Record<string, unknown>>;
}

/**
 * The database as better-auth sees it: columns as they are, times as `Date`. All queries of one exchange run in one
 * transaction, ours among them, so that a session and the audit event of the sign-in stand or fall together.
 */
export interface AuthDatabase {
  // biome-ignore lint/suspicious/noExplicitAny: better-auth names tables and columns itself.
  db: Kysely<any>;
  /** The exchange that is under way. */
  current(): AuthExchange;
  /** Runs an exchange; `isDone` says of its result whether it is kept. */
  exchange<T>(run: () => Promise<T>, isDone: (result: T) => boolean): Promise<T>;
  close(): Promise<void>;
}

/** Opens the few connections that better-auth works with. */
export function openAuthDatabase(connection: pg.PoolConfig): AuthDatabase {
  const pool = new pg.Pool({
    ...connection,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    options:
      '-c timezone=UTC -c statement_timeout=20s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s',
  });
  pool.on('error', () => undefined);
  const exchanges = new AsyncLocalStorage<AuthExchange>();

  const current = (): AuthExchange => {
    const exchange = exchanges.getStore();
    if (!exchange) throw new Error('better-auth was called outside an exchange');
    return exchange;
  };
  const joined: PostgresPool = {
    async connect() {
      const { client } = current();
      return { query: client.query.bind(client), release() {} } as Awaited<
        ReturnType<PostgresPool['connect']>
      >;
    },
    end: () => pool.end(),
    options: pool.options,
  };
  const db = new Kysely({ dialect: new PostgresDialect({ pool: joined }) });

  return {
    db,
    current,
    async exchange(run, isDone) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await exchanges.run({ client }, run);
        await client.query(isDone(result) ? 'commit' : 'rollback');
        client.release();
        return result;
      } catch (error) {
        // The connection may be anywhere: closing it is the surest way back.
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
