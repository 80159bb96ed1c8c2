import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { type Postgres, startPostgres } from '../../src/server/platform/postgres/startPostgres.ts';
import { makeTemplate } from './postgresTemplate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket that answers every connection with how to reach the run's PostgreSQL, as JSON. */
    postgresDoor: string;
  }
}

/** Speed instead of safety: what is lost with the machine is a test run. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_connections: '300',
};

const quiet = { info() {}, warn: console.warn, error: console.error };

/**
 * One PostgreSQL for all test files of a run. It is started when the first test asks for a database, so that a run
 * without one does not pay for it; the worker processes ask through a socket.
 */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-test-'));
  // So that the socket is in it even when root runs PostgreSQL under another account.
  mkdirSync(join(folder, 'data'));
  chmodSync(folder, 0o711);
  const door = join(folder, 'door');
  let started: Promise<Postgres> | undefined;

  const server = createServer(async connection => {
    connection.on('error', () => {});
    started ??= start(folder);
    connection.end(
      await started.then(
        postgres => JSON.stringify({ connection: postgres.connection }),
        (error: Error) => JSON.stringify({ error: error.stack }),
      ),
    );
  });
  server.listen(door);
  project.provide('postgresDoor', door);

  return async () => {
    server.close();
    await (await started?.catch(() => undefined))?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function start(folder: string): Promise<Postgres> {
  removeWhenWeDie(folder);
  const postgres = await startPostgres({ dataFolder: join(folder, 'data'), log: quiet, settings: SETTINGS });
  await makeTemplate(postgres.connection as PoolConfig);
  return postgres;
}

/** Waits, in a process of its own, for the end of its input, which is ours; then ends PostgreSQL and removes the folder. */
function removeWhenWeDie(folder: string): void {
  const script = `read -r _
    pid=$(head -n 1 "$1/data/postgres/cluster/postmaster.pid" 2>/dev/null)
    if [ -n "$pid" ]; then
      kill -QUIT "$pid" 2>/dev/null
      for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null && sleep 0.1; done
    fi
    rm -rf "$1"`;
  const watch = spawn('/bin/sh', ['-c', script, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  (watch.stdin as unknown as { unref(): void }).unref();
}
