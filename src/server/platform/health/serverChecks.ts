import type pg from 'pg';
import { type ObjectStore, StorageUnavailable } from '../../../recorder/objects/objectStore.ts';
import { listPending, readApplied, SchemaUnknown } from '../db/migrate.ts';
import { type Check, NotReady } from './readiness.ts';

export interface CheckedServer {
  pool: pg.Pool;
  objects: ObjectStore;
  /** Whether jobs run in this process; undefined when it is not to run any. */
  areJobsRunning: (() => boolean) | undefined;
  /** Whether it was told to stop. */
  isStopping(): boolean;
}

/** What a server needs before requests should come to it, by name. */
export function serverChecks({
  pool,
  objects,
  areJobsRunning,
  isStopping,
}: CheckedServer): Readonly<Record<string, Check>> {
  return {
    async process() {
      if (isStopping()) throw new NotReady('It is stopping.');
    },
    async database() {
      const readOnly = await ask(pool, 'show transaction_read_only');
      if (readOnly === 'on')
        throw new NotReady(
          'It takes no changes: its disk is nearly full, or it is a standby. Reading works.',
        );
    },
    async migrations() {
      const pending = await readApplied(pool).then(listPending, error => {
        throw error instanceof SchemaUnknown ? error : new NotReady('The database does not answer.');
      });
      if (pending.length > 0)
        throw new NotReady(`To be applied: ${pending.join(', ')}. Run afterword migrate.`);
    },
    async objects() {
      await objects.check().catch(error => {
        throw error instanceof StorageUnavailable ? error : new NotReady('Objects cannot be written.');
      });
    },
    ...(areJobsRunning && {
      async jobs() {
        if (!areJobsRunning())
          throw new NotReady('Jobs cannot be run now. The log says why; it is tried again.');
      },
    }),
  };
}

/** The one value of a query. */
async function ask(pool: pg.Pool, text: string): Promise<unknown> {
  try {
    const { rows } = await pool.query({ text, rowMode: 'array' });
    return (rows as unknown[][])[0]?.[0];
  } catch {
    throw new NotReady('The database does not answer.');
  }
}
