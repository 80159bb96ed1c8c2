import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PoolConfig } from 'pg';
import { inject } from 'vitest';
import { createTestDatabase } from './postgres.ts';
import { type Served, spawnServe } from './spawnServe.ts';

/** The whole server with the web app, in a process and on a database of its own. */
export interface AppServer extends Pick<Served, 'address' | 'log'> {
  /** What the first administrator must know. */
  setupToken: string;
  /** Its database, for what nobody could wait for: time that went by. */
  connection: PoolConfig;
  stop(): Promise<void>;
}

const SETUP_TOKEN = 'the set-up token of a test';

/** Starts it on a free port, with nothing in it and nobody; the web app is built before if need be. */
export async function startAppServer(): Promise<AppServer> {
  const problem = await text(connect(inject('appBuildDoor')));
  if (problem) throw new Error(problem);
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'afterword-app-'));
  const served = await spawnServe({
    DATABASE_URL: database.url,
    AFTERWORD_DATA: join(folder, 'data'),
    AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
    AFTERWORD_SETUP_TOKEN: SETUP_TOKEN,
    AFTERWORD_LOG_LEVEL: 'warn',
    AFTERWORD_REQUESTS_PER_MINUTE: '0',
  });
  return {
    address: served.address,
    log: served.log,
    setupToken: SETUP_TOKEN,
    connection: database.connection,
    async stop() {
      await served.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
