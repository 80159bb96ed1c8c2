import { join, resolve } from 'node:path';
import type { PoolConfig } from 'pg';
import { timeSteps } from '../timeSteps.ts';
import { chooseAccount } from './account.ts';
import { createCluster, OWNER } from './createCluster.ts';
import { findPackage } from './findPackage.ts';
import { lockFolder } from './lockFolder.ts';
import type { Log } from './log.ts';
import { openDataFolder, openHome } from './openHome.ts';
import { prepareBinaries } from './prepareBinaries.ts';
import { type Settings, writeSettings } from './settings.ts';
import { makeSocketFolder, PORT, removeSocketFolder } from './socketFolder.ts';
import { superviseServer } from './superviseServer.ts';
import { makeRoom, watchSpace } from './watchSpace.ts';

export interface PostgresOptions {
  /** Made when it is not there. */
  dataFolder: string;
  log: Log;
  /** Ends a start half-way. */
  signal?: AbortSignal;
  /** PostgreSQL's settings by name, instead of ours. */
  settings?: Settings;
}

/** How `pg` reaches it; nothing is left to the environment. */
export type Connection = Readonly<Pick<PoolConfig, 'host' | 'port' | 'user' | 'database' | 'ssl'>>;

/** Our own PostgreSQL, kept running until it is stopped. */
export interface Postgres {
  /** Stays the same when PostgreSQL is started again after a crash. The role owns the database and is no superuser. */
  connection: Connection;
  /** Whether the cluster was made by this start. */
  isNew: boolean;
  /** Undefined while it is down and being started again. */
  readonly pid: number | undefined;
  /** Whether changes are refused, with error 25006, because the disk is nearly full. Ends by itself. */
  readonly isReadOnly: boolean;
  /** Tells whoever finds the data folder taken where this server is reached, e.g. `http://127.0.0.1:4600`. */
  announce(address: string): void;
  /** Ends all sessions, writes everything and lets go of the data folder. */
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL in a data folder, for this process alone: takes the folder's lock, makes the cluster on the first
 * start, ends what a killed server left running, and keeps it running from then on.
 *
 * Throws `FolderHeld` at once when another server has the folder, `PostgresUnavailable` when it cannot run here.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { log, signal } = options;
  const dataFolder = resolve(options.dataFolder);
  const steps = timeSteps();
  await openDataFolder(dataFolder);
  const lock = lockFolder(dataFolder);
  try {
    const clusterFolder = join(dataFolder, 'postgres', 'cluster');
    const account = await chooseAccount(clusterFolder, dataFolder);
    await openHome(dataFolder, account);
    const binaries = await prepareBinaries(await findPackage(), { dataFolder, account });
    const setup = { binaries, account };
    steps.done('prepare');
    const how = await createCluster(clusterFolder, setup, signal);
    steps.done(`cluster ${how}`);
    await makeRoom(clusterFolder);
    await writeSettings(clusterFolder, options.settings ?? {});
    const socketFolder = await makeSocketFolder(dataFolder, account);
    const space = await watchSpace(clusterFolder, { log });
    steps.done('settings');
    const server = await superviseServer(clusterFolder, { ...setup, socketFolder, log, signal }).catch(
      async error => {
        await space.stop();
        await removeSocketFolder(socketFolder);
        throw error;
      },
    );
    space.onChange(() => server.reload());
    steps.done('server');
    log.info({ component: 'postgres', ...steps }, 'PostgreSQL accepts connections');
    return {
      connection: connectionAt(socketFolder),
      isNew: how === 'created',
      get pid() {
        return server.pid;
      },
      get isReadOnly() {
        return space.isShort;
      },
      announce: lock.announce,
      async stop() {
        await space.stop();
        await server.stop();
        await removeSocketFolder(socketFolder);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The application's connection to a PostgreSQL of ours by the folder of its socket. */
export function connectionAt(socketFolder: string): Connection {
  return { host: socketFolder, port: PORT, user: OWNER, database: OWNER, ssl: false };
}
