import { setTimeout as wait } from 'node:timers/promises';
import { Client, type PoolConfig } from 'pg';

/** Rows that the database said it has. */
export interface Writers {
  acknowledged: readonly number[];
  /** Ends the writers. Throws what stopped one of them, unless it was a lost connection. */
  stop(): Promise<void>;
}

/**
 * Inserts numbers into `row (id int primary key)`, each in a transaction of its own, from several sessions at once;
 * after a lost connection it connects again. `connectionOf` says where the database is at the moment.
 */
export function writeRows(connectionOf: () => PoolConfig, { sessions = 4 } = {}): Writers {
  const acknowledged: number[] = [];
  let next = 0;
  let isStopped = false;

  async function write(): Promise<void> {
    while (!isStopped) {
      const client = new Client(connectionOf());
      client.on('error', () => {});
      try {
        await client.connect();
        while (!isStopped) {
          const id = next++;
          await client.query('insert into row (id) values ($1)', [id]);
          acknowledged.push(id);
        }
      } catch (error) {
        if (!isConnectionLost(error as Error & { code?: string })) throw error;
        await wait(10);
      } finally {
        await client.end().catch(() => {});
      }
    }
  }

  const writers = Promise.all(Array.from({ length: sessions }, write));
  // Looked at when they are stopped.
  writers.catch(() => {});
  return {
    acknowledged,
    async stop() {
      isStopped = true;
      await writers;
    },
  };
}

/** Classes 57 (ended by an operator or a crash) and 08 of PostgreSQL, and the system's words for a socket that is gone. */
const isConnectionLost = ({ code = '', message }: Error & { code?: string }): boolean =>
  /^(?:57P|08|ECONN|ENOENT|EPIPE)/.test(code) || /Connection terminated|not queryable/.test(message);
