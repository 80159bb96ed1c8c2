import { resolve } from 'node:path';
import { FolderHeld } from './lockFolder.ts';
import { isPostmasterOf, readPostmaster } from './postmaster.ts';
import { connectionAt, type Postgres, type PostgresOptions, startPostgres } from './startPostgres.ts';

/**
 * For a command that needs the database whether a server runs or not: the PostgreSQL of the server that has the data
 * folder, or one of its own for as long as it works. `stop` ends only the latter. Throws like `startPostgres`; so too
 * when the holder of the folder has no PostgreSQL yet.
 */
export async function joinPostgres(options: PostgresOptions): Promise<Pick<Postgres, 'connection' | 'stop'>> {
  try {
    return await startPostgres(options);
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    const clusterFolder = resolve(options.dataFolder, 'postgres', 'cluster');
    const found = await readPostmaster(clusterFolder);
    if (!found?.isReady || !(await isPostmasterOf(found.pid, clusterFolder))) throw error;
    return { connection: connectionAt(found.socketFolder), stop: async () => {} };
  }
}
