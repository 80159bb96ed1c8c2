import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type pg from 'pg';
import pino from 'pino';
import { type Client, createClient } from '../../src/client/createClient.ts';
import { contract } from '../../src/contract/index.ts';
import type { Role } from '../../src/contract/roles.ts';
import { openObjectStore } from '../../src/recorder/objects/openObjectStore.ts';
import { openRecordArchive } from '../../src/recorder/records/openRecordArchive.ts';
import { buildApp } from '../../src/server/buildApp.ts';
import { openCheckpointFolder } from '../../src/server/platform/audit/checkpoint/checkpointFolder.ts';
import { readOrMakeSigningKey } from '../../src/server/platform/audit/checkpoint/signingKey.ts';
import { startSequencer } from '../../src/server/platform/audit/startSequencer.ts';
import { loadActor } from '../../src/server/platform/auth/loadActor.ts';
import { type Db, openDatabase } from '../../src/server/platform/db/openDatabase.ts';
import { startFeed } from '../../src/server/platform/events/startFeed.ts';
import { type Actor, ANONYMOUS } from '../../src/server/platform/operations/actor.ts';
import type { Platform } from '../../src/server/platform/operations/context.ts';
import { deriveKeysFrom } from '../../src/server/platform/secret.ts';
import { seedTemplates } from '../../src/server/templates/seedTemplates.ts';
import { injectInto } from './injectInto.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

/** In seconds. */
const DAY = 24 * 60 * 60;

/** A person of the test's organisation, and the typed client that acts as them. */
export interface TestPerson {
  id: string;
  name: string;
  client: Client;
  /** An API token of theirs, for what does not come through the client. Default: it may do what they may. */
  token(scopes?: readonly string[]): string;
  /** The bare HTTP answer of the same server, as the same person; `url` begins after `/api/v1`. */
  send(method: InjectOptions['method'], url: string, options?: SendOptions): Promise<Answer>;
}

export interface SendOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came; tests look into it.
  body: any;
}

export interface TestServer {
  app: FastifyInstance;
  db: Db;
  pool: pg.Pool;
  platform: Platform;
  /** Moves the server's clock. It begins at 2026-03-02T10:00:00Z. */
  clock: { now(): Date; forward(milliseconds: number): void };
  anonymous: TestPerson;
  as(who: { roles: readonly Role[]; name?: string; teamIds?: readonly string[] }): Promise<TestPerson>;
  close(): Promise<void>;
}

/** What a server starts on; a test that starts it again gives the same to both. */
export interface StartOn {
  /** Stays when the server is closed. Default: a new one, which goes. */
  database?: TestDatabase;
  clock?: TestServer['clock'];
}

/**
 * The whole server on a database of its own, without a socket. People are rows; who asks is said by a header that only
 * this harness understands, so that a test need not hash passwords.
 */
export async function startTestServer(on: StartOn = {}): Promise<TestServer> {
  const database = on.database ?? (await createTestDatabase());
  const { db, pool, close } = openDatabase(database.connection);
  const clock = on.clock ?? createClock();
  await seedTemplates(db, clock.now());
  const log = pino({ level: process.env.LOG_LEVEL ?? 'fatal' });
  const folder = await mkdtemp(join(tmpdir(), 'afterword-objects-'));
  const sequencer = startSequencer({ db, onProblem: error => log.error(error) });
  const feed = startFeed(database.connection, log);
  const objects = await openObjectStore({ kind: 'files', folder: join(folder, 'objects') });
  const archive = openRecordArchive({ objects, folder: join(folder, 'records') });
  const dataFolder = join(folder, 'data');
  const key = await readOrMakeSigningKey(join(dataFolder, 'audit.key'));
  const platform: Platform = {
    db,
    log,
    feed,
    objects,
    archive,
    workFolder: join(folder, 'work'),
    mostEvidenceBytes: 64 * 2 ** 20,
    readingDays: 30,
    keyFor: deriveKeysFrom('a secret of the tests, which keeps nothing'),
    accounts: {
      publicUrl: 'http://afterword.test',
      setupToken: 'the set-up token of the tests',
      sessions: { longest: 30 * DAY, longestIdle: 7 * DAY },
      singleSignOn: null,
      mail: null,
    },
    audit: { key, checkpoints: await openCheckpointFolder(join(folder, 'checkpoints'), { dataFolder, key }) },
    now: clock.now,
    eventsCommitted: sequencer.poke,
  };
  const app = await buildApp({
    platform,
    authenticate: ({ headers }) => whoAsks({ db, now: clock.now }, headers),
  });

  const person = (id: string, name: string): TestPerson => ({
    id,
    name,
    client: createClient(contract, {
      server: 'http://afterword.test',
      fetch: injectInto(app, () => (id ? { 'x-test-person': id } : {})),
    }),
    token: (scopes = ['*:*']) => `${id} ${scopes.join(',')}`,
    async send(method, url, { body, headers } = {}) {
      const response = await app.inject({
        method: method!,
        url: `/api/v1${url}`,
        headers: { ...(id && { 'x-test-person': id }), ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
      const isJson = /json/.test(String(response.headers['content-type']));
      return {
        status: response.statusCode,
        headers: response.headers,
        body: isJson ? response.json() : response.body,
      };
    },
  });

  return {
    app,
    db,
    pool,
    platform,
    clock,
    anonymous: person('', 'Nobody'),
    async as({ roles, name = roles.join(' and '), teamIds = [] }) {
      const id = randomUUIDv7();
      const at = clock.now().toISOString();
      await db
        .insertInto('person')
        .values({ id, name, email: `${id}@example.org`, roles: [...roles], createdAt: at, updatedAt: at })
        .execute();
      for (const teamId of teamIds)
        await db.insertInto('teamMember').values({ teamId, personId: id }).execute();
      return person(id, name);
    },
    async close() {
      await app.close();
      await Promise.all([sequencer.stop(), feed.stop()]);
      archive.close();
      await close();
      await rm(folder, { recursive: true });
      if (!on.database) await database.drop();
    },
  };
}

async function whoAsks(
  { db, now }: { db: Db; now(): Date },
  headers: Record<string, unknown>,
): Promise<Actor> {
  const [, tokenOf, scopes] = /^Bearer (\S+) (\S+)$/.exec(String(headers.authorization)) ?? [];
  const id = tokenOf ?? headers['x-test-person'];
  const actor = id ? await loadActor(db, String(id)) : null;
  if (!actor) return ANONYMOUS;
  return scopes
    ? { ...actor, kind: 'token', scopes: scopes.split(',') }
    : { ...actor, signedInAt: now().toISOString() };
}

/** A clock that stands until it is moved. It begins at 2026-03-02T10:00:00Z. */
export function createClock(): TestServer['clock'] {
  let now = Date.parse('2026-03-02T10:00:00Z');
  return {
    now: () => new Date(now),
    forward(milliseconds) {
      now += milliseconds;
    },
  };
}
