import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PoolConfig } from 'pg';
import type { Account } from '../../src/server/platform/postgres/account.ts';
import { readPostmaster } from '../../src/server/platform/postgres/postmaster.ts';

/** A server process with its PostgreSQL; see `ownPostgres.ts`. */
export interface SpawnedPostgres {
  server: ChildProcess;
  connection: PoolConfig;
  /** `kill -9` of the server process, of its PostgreSQL, or of both at once. */
  kill(what: 'server' | 'postgres' | 'both'): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Undefined while it is down. */
  postgresPid(): Promise<number | undefined>;
}

/** Starts the process; does not wait for PostgreSQL. */
export function spawnServer(dataFolder: string, account?: Account): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('ownPostgres.ts', import.meta.url)), dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  });
}

/** Starts the process and waits until its PostgreSQL accepts connections. */
export async function spawnPostgres(dataFolder: string, account?: Account): Promise<SpawnedPostgres> {
  const server = spawnServer(dataFolder, account);
  const [line] = (await Promise.race([
    once(createInterface({ input: server.stdout! }), 'line'),
    once(server, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])) as [string];
  const { connection } = JSON.parse(line);
  const clusterFolder = join(dataFolder, 'postgres', 'cluster');
  const postgresPid = async (): Promise<number | undefined> => (await readPostmaster(clusterFolder))?.pid;

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  }

  return {
    server,
    connection,
    postgresPid,
    async kill(what) {
      const pid = what === 'server' ? undefined : await postgresPid();
      const gone = what === 'postgres' ? undefined : end('SIGKILL');
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await gone;
    },
    stop: () => end('SIGTERM'),
  };
}
