import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PART_BYTES } from '../../src/contract/uploads.ts';
import { jobs } from '../../src/server/allJobs.ts';
import { startJobs } from '../../src/server/platform/jobs/startJobs.ts';
import { cli } from '../harness/cli.ts';
import { startTestServer, type TestPerson, type TestServer } from '../harness/server.ts';
import { sha256Of } from '../harness/uploadFile.ts';

let server: TestServer;
let address: string;
let responder: TestPerson;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  responder = await server.as({ roles: ['responder'] });
  folder = await mkdtemp(join(tmpdir(), 'afterword-evidence-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const ask = (args: readonly string[], token = responder.token()) =>
  cli(args, {
    keyFile: join(folder, 'key'),
    environment: { AFTERWORD_SERVER: address, AFTERWORD_TOKEN: token },
  });

const declare = () => responder.client.incidents.declare({ title: 'Orders fail', severity: 'sev2' });

test('a folder is uploaded, goes on after a break, and is not sent twice', async () => {
  const { id: incidentId, number } = await declare();
  const logs = join(folder, 'logs');
  await mkdir(join(logs, 'web'), { recursive: true });
  const large = new Uint8Array(randomBytes(2 * PART_BYTES + 77));
  await writeFile(join(logs, 'large.bin'), large);
  await writeFile(join(logs, 'web', 'app.log'), '2026-01-01T00:00:00Z INFO one\n');
  // What an upload that broke off left on the server: the second part, with other bytes than it would be sent now.
  const begun = await responder.client.uploads.begin({
    incidentId,
    name: 'large.bin',
    bytes: large.length,
    sha256: sha256Of(large),
  });
  await responder.client.uploads.putPart({
    id: begun.id,
    number: 2,
    bytes: new Blob([large.subarray(PART_BYTES, 2 * PART_BYTES)]),
  });

  const { stdout, stderr, exitCode } = await ask(['evidence', 'upload', number, logs, '--json']);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const { items } = JSON.parse(stdout);
  expect(items.map((item: { name: string; sha256: string }) => [item.name, item.sha256])).toEqual([
    ['large.bin', sha256Of(large)],
    ['web/app.log', sha256Of(await readFile(join(logs, 'web', 'app.log')))],
  ]);
  expect(await responder.client.uploads.get({ id: begun.id })).toMatchObject({
    state: 'complete',
    evidenceId: items[0].id,
  });
  const again = await ask(['evidence', 'upload', number, logs, '--json']);
  expect(JSON.parse(again.stdout)).toEqual({ items });
});

test('it waits for the reading, and the records can be searched then', async () => {
  const { number } = await declare();
  await writeFile(join(folder, 'app.log'), '2026-01-01T00:00:00Z ERROR broken\n');
  const { platform, pool } = server;
  const running = await startJobs({ platform, pool, jobs, schedule: [], concurrency: 1, isAlone: true });
  const { stdout, exitCode } = await ask([
    ...['evidence', 'upload', number, join(folder, 'app.log'), '--wait'],
  ]).finally(() => running.stop());
  expect({ stdout, exitCode }).toMatchObject({ stdout: expect.stringContaining('app.log'), exitCode: 0 });
  const found = await ask(['record', 'search', number, '--text', 'broken']);
  expect(found.stdout).toContain('broken');
});

test('an original is opened by a custodian only, and never over a file that is there', async () => {
  const { number } = await declare();
  await writeFile(join(folder, 'secret.log'), 'the original line\n');
  const { stdout } = await ask(['evidence', 'upload', number, join(folder, 'secret.log'), '--json']);
  const [{ id }] = JSON.parse(stdout).items;
  const out = join(folder, 'opened.log');
  const open = (token?: string) =>
    ask(['evidence', 'original', id, '--reason', 'Audit', '--out', out], token);
  expect(await open()).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('custodian') });
  const custodian = await server.as({ roles: ['custodian'] });
  expect((await open(custodian.token())).exitCode).toBe(0);
  expect(await readFile(out, 'utf8')).toBe('the original line\n');
  expect(await open(custodian.token())).toMatchObject({ exitCode: 3 });
  expect(await readFile(out, 'utf8')).toBe('the original line\n');
});
