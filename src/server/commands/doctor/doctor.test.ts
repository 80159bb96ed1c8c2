import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/harness/postgres.ts';
import { openObjectStore } from '../../../recorder/objects/openObjectStore.ts';
import { readConfiguration } from '../../configuration.ts';
import { openDatabase, patiently } from '../../platform/db/openDatabase.ts';
import { enqueueJob } from '../../platform/jobs/enqueueJob.ts';
import { examineServer } from './examineServer.ts';
import type { Finding } from './finding.ts';

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-doctor-'));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const configuration = (more: Record<string, string> = {}) =>
  readConfiguration({
    AFTERWORD_DATA: join(folder, 'data'),
    AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
    DATABASE_URL: database.url,
    ...more,
  });

const examine = (more: Record<string, string> = {}): Promise<Finding[]> =>
  examineServer(configuration(more), { howMany: 'all', log: pino({ level: 'silent' }) });

const wrong = (findings: Finding[]) =>
  Object.fromEntries(
    findings.filter(({ state }) => state === 'fail').map(({ check, found }) => [check, found]),
  );

test('nothing is wrong with a server that is well', async () => {
  const findings = await examine();
  expect(wrong(findings)).toEqual({});
  expect(findings.every(({ state, advice }) => state === 'ok' || advice)).toBe(true);
});

test('what is wrong is named, with what to do', async () => {
  const { db, pool, close } = openDatabase(patiently(database.connection), 2);
  const objects = await openObjectStore({ kind: 'files', folder: join(folder, 'data', 'objects') });
  const { key } = await objects.put(Buffer.from('evidence'), { prefix: 'evidence' });
  await writeFile(join(folder, 'data', 'objects', key), 'altered!');
  await enqueueJob(db, 'nobody.knows', {});
  await pool.query('update graphile_worker._private_jobs set attempts = max_attempts');
  await pool.query(`alter table evidence drop constraint evidence_incident_id_fkey`);
  await pool.query(
    `insert into evidence (id, incident_id, name, description, bytes, sha256, sealed_key, sealed_bytes, sealed_sha256, collected_at, updated_at)
    values (gen_random_uuid(), gen_random_uuid(), 'x', '', 1, repeat('0', 64), $1, 1, repeat('0', 64), now(), now())`,
    [key],
  );
  await close();
  await chmod(join(folder, 'data', 'audit.key'), 0o644);
  const findings = await examine({
    AFTERWORD_SMTP_URL: 'smtp://127.0.0.1:1',
    AFTERWORD_OIDC_ISSUER: 'http://127.0.0.1:1',
    AFTERWORD_OIDC_CLIENT_ID: 'x',
    AFTERWORD_OIDC_CLIENT_SECRET: 'x',
  });
  expect(wrong(findings)).toEqual({
    'file audit.key': 'others may read or write it (mode 644)',
    objects: expect.stringContaining(key),
    mail: expect.stringContaining('ECONNREFUSED'),
    'single sign-on': expect.stringContaining('fetch failed'),
  });
  expect(findings.find(({ check }) => check === 'jobs')).toMatchObject({ state: 'warn' });
});

test('a database that is away is a finding, not a failure of the doctor', async () => {
  const findings = await examine({ DATABASE_URL: 'postgres://127.0.0.1:1/nowhere' });
  expect(wrong(findings)).toMatchObject({ database: expect.stringContaining('ECONNREFUSED') });
});
