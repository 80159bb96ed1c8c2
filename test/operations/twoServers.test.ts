import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/client/createClient.ts';
import { contract } from '../../src/contract/index.ts';
import { PASSWORD } from '../harness/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';
import { type Served, spawnServe } from '../harness/spawnServe.ts';
import { startS3 } from '../harness/startS3.ts';
import { until } from '../harness/until.ts';
import { sha256Of } from '../harness/uploadFile.ts';

const PUBLIC = 'http://afterword.test';
const EMAIL = 'ada@example.org';

let database: TestDatabase;
let folder: string;
let bucket: Awaited<ReturnType<typeof startS3>>;
/** Takes no jobs. */
let first: Served;
let second: Served;
let cookie: string;

const ask = (served: Served, path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(served.address + path, {
    ...options,
    headers: { origin: PUBLIC, cookie, 'content-type': 'application/json' },
  });

/** The typed client with the browser's cookie. */
const clientOf = (served: Served): Client =>
  createClient(contract, {
    server: served.address,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.headers.set('cookie', cookie);
      request.headers.set('origin', PUBLIC);
      return fetch(request);
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-two-'));
  database = await createTestDatabase();
  bucket = await startS3();
  const { configuration: s3 } = bucket;
  const shared = {
    DATABASE_URL: database.url,
    AFTERWORD_URL: PUBLIC,
    AFTERWORD_SECRET: 'a secret that both servers know, and nobody else',
    AFTERWORD_AUDIT_KEY: join(folder, 'audit.key'),
    AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
    AFTERWORD_SETUP_TOKEN: 'what the first administrator knows',
    AFTERWORD_S3_BUCKET: s3.bucket,
    AFTERWORD_S3_ENDPOINT: s3.endpoint!,
    AFTERWORD_S3_PATH_STYLE: 'true',
    AFTERWORD_S3_ACCESS_KEY: s3.credentials!.accessKeyId,
    AFTERWORD_S3_SECRET_KEY: s3.credentials!.secretAccessKey,
  };
  [first, second] = await Promise.all([
    spawnServe({ ...shared, AFTERWORD_DATA: join(folder, 'first'), AFTERWORD_JOBS: '0' }),
    spawnServe({ ...shared, AFTERWORD_DATA: join(folder, 'second'), AFTERWORD_JOBS: '1' }),
  ]);
  const ada = { name: 'Ada', email: EMAIL, password: PASSWORD };
  cookie = '';
  await clientOf(first).setup.complete({ ...ada, token: shared.AFTERWORD_SETUP_TOKEN });
  const { id } = await until(async () => {
    const answer = await ask(first, '/api/auth/sign-in/email', {
      method: 'POST',
      body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
    });
    cookie = answer.headers
      .getSetCookie()
      .map(set => set.split(';')[0])
      .join('; ');
    return clientOf(first).people.me({});
  });
  await clientOf(first).people.edit({ id, roles: ['viewer', 'responder', 'administrator'] });
});

afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
  await bucket?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

test('who signs in at one is known at the other', async () => {
  expect(await clientOf(second).people.me({})).toMatchObject({ email: EMAIL });
});

test('what happens at one is told at the other', async () => {
  const over = new AbortController();
  const events = await clientOf(second).events.follow({}, { signal: over.signal });
  const { id } = await clientOf(first).incidents.declare({ title: 'Trouble', severity: 'sev2' });
  for await (const { operation, subject } of events) {
    if (operation !== 'incidents.declare') continue;
    expect(subject.id).toBe(id);
    break;
  }
  over.abort();
});

test('of two changes of the same version, one at each, one is made; the same request at both is made once', async () => {
  const declared = await clientOf(first).incidents.declare({ title: 'Trouble', severity: 'sev2' });
  const { id, version: ifMatch } = declared;
  const edits = await Promise.allSettled(
    [first, second].map((served, n) =>
      clientOf(served).incidents.edit({ id, title: `Trouble ${n}` }, { context: { ifMatch } }),
    ),
  );
  expect(edits.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const notes = await Promise.all(
    [first, second].map(served =>
      clientOf(served).notes.add(
        { incidentId: id, body: 'once' },
        { context: { idempotencyKey: 'the same at both' } },
      ),
    ),
  );
  expect(notes[0]!.id).toBe(notes[1]!.id);
});

test('a file is sent to both in turn, and read by the one that takes jobs', async () => {
  const bytes = Buffer.from('2026-03-02T10:00:00.000Z error payment failed\n'.repeat(200));
  const { id: incidentId } = await clientOf(first).incidents.declare({ title: 'Trouble', severity: 'sev2' });
  const upload = await clientOf(first).uploads.begin({ incidentId, name: 'app.log', bytes: bytes.length });
  await clientOf(second).uploads.putPart({
    id: upload.id,
    number: 1,
    bytes: new Blob([bytes]),
    sha256: sha256Of(bytes),
  });
  const { id } = await clientOf(first).uploads.complete({ id: upload.id });
  expect(await clientOf(second).evidence.get({ id })).toMatchObject({ sha256: sha256Of(bytes) });
  await until(
    async () => {
      const { items } = await clientOf(first).readings.list({ incidentId });
      return items.some(({ state }) => state === 'done') ? true : undefined;
    },
    { withinMs: 60_000, what: 'a reading that is done' },
  );
}, 90_000);

test('who signs out at one is unknown at the other at once', async () => {
  expect((await ask(first, '/api/auth/sign-out', { method: 'POST', body: '{}' })).ok).toBe(true);
  expect((await ask(second, '/api/v1/me')).status).toBe(401);
});

test('both stop in order when they are told to, streams or not', async () => {
  const codes = await Promise.all([first.stop(), second.stop()]);
  expect(codes).toEqual([0, 0]);
});
