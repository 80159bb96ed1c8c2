import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { type Account, chooseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { createCluster, OWNER } from './createCluster.ts';
import { lockFolder } from './lockFolder.ts';
import type { Log } from './log.ts';
import { endPostmaster, findPostmaster } from './postmaster.ts';
import { type Settings, writeSettings } from './settings.ts';
import { makeSocketFolder, PORT, removeSocketFolder } from './socketFolder.ts';
import { superviseServer } from './superviseServer.ts';

export interface PostgresOptions {
  /** Absolute; made when it is not there. */
  dataFolder: string;
  log: Log;
  /** Ends a start half-way. */
  signal?: AbortSignal;
  /** PostgreSQL's settings by name, instead of ours. */
  settings?: Settings;
}

/** Our own PostgreSQL, kept running until it is stopped. */
export interface Postgres {
  /** Stays the same when PostgreSQL is started again after a crash. The role owns the database and is no superuser. */
  connection: Readonly<Pick<PoolConfig, 'host' | 'port' | 'user' | 'database' | 'ssl'>>;
  /** Whether the cluster was made by this start. */
  isNew: boolean;
  /** Undefined while it is down and being started again. */
  readonly pid: number | undefined;
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
  const { dataFolder, log, signal } = options;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataFolder);
  try {
    const clusterFolder = join(dataFolder, 'postgres', 'cluster');
    const account = await chooseAccount(clusterFolder, dataFolder);
    await makeHome(dataFolder, account);
    const binaries = await prepareBinaries(dataFolder, account);
    const how = await createCluster(clusterFolder, { binaries, account }, signal);
    await endLeftover(clusterFolder, log);
    await writeSettings(clusterFolder, options.settings ?? {});
    const socketFolder = await makeSocketFolder(dataFolder, account);
    const server = await superviseServer(clusterFolder, { binaries, account, socketFolder, log, signal });
    return {
      connection: { host: socketFolder, port: PORT, user: OWNER, database: OWNER, ssl: false },
      isNew: how === 'created',
      get pid() {
        return server.pid;
      },
      announce: lock.announce,
      async stop() {
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

async function makeHome(dataFolder: string, account: Account | undefined): Promise<void> {
  const home = join(dataFolder, 'postgres');
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (account) await chown(home, account.uid, account.gid);
}

/** A server that was killed leaves its PostgreSQL running. It is ours to end: we hold the folder's lock. */
async function endLeftover(clusterFolder: string, log: Log): Promise<void> {
  const left = await findPostmaster(clusterFolder);
  if (!left) return;
  log.warn(
    { component: 'postgres', pid: left.pid },
    'ending the PostgreSQL that a killed server left running',
  );
  await endPostmaster(left.pid, clusterFolder);
  await removeSocketFolder(left.socketFolder);
}
