import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../src/server/platform/backup/database/emptyDatabase.ts';
import { cli } from '../harness/cli.ts';
import { newLedger, workOn } from '../harness/mixedLoad.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';
import { prepareServer } from '../harness/prepareServer.ts';
import { type Served, spawnServe } from '../harness/spawnServe.ts';
import { until } from '../harness/until.ts';

const BACKUP_KEY = 'a passphrase of the tests';

let folder: string;
let external: TestDatabase;
let served: Served | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-restores-'));
  external = await createTestDatabase();
  const database = new Database(external.connection);
  await database.connect();
  await emptyDatabase(database);
  await database.end();
});

afterAll(async () => {
  await served?.stop();
  await external.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A machine of its own: data folder and checkpoints. */
const machine = (name: string, more: Record<string, string> = {}) => ({
  AFTERWORD_DATA: join(folder, name),
  AFTERWORD_CHECKPOINTS: join(folder, `${name}-checkpoints`),
  AFTERWORD_BACKUP_KEY: BACKUP_KEY,
  AFTERWORD_LOG_LEVEL: 'fatal',
  AFTERWORD_REQUESTS_PER_MINUTE: '0',
  AFTERWORD_JOBS: '0',
  ...more,
});

async function run(environment: Record<string, string>, ...args: string[]) {
  return cli(args, { keyFile: join(folder, 'key'), environment });
}

const exported = async (environment: Record<string, string>, name: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, (await run(environment, 'audit', 'export')).stdout);
  return file;
};

test('a back-up under load goes from the embedded database to an external one and back', async () => {
  const home = machine('home');
  const away = machine('away', { DATABASE_URL: external.url });
  const again = machine('again');
  const token = await prepareServer(home);
  served = await spawnServe(home);
  const ledger = newLedger();
  const over = new AbortController();
  const working = workOn(served.address, { token, ledger, workers: 4, signal: over.signal });
  await until(() => ledger.rows.length > 20 || undefined);

  const before = await run(home, 'audit', 'checkpoint');
  expect(before.stdout).toContain('Signed');
  const first = join(folder, 'first.afterword');
  const made = JSON.parse((await run(home, 'backup', first, '--with-secrets', '--json')).stdout);
  expect(made).toMatchObject({ lost: [], isEncrypted: true });
  expect(made.objects).toBeGreaterThan(0);
  const told = ledger.rows.length;
  await until(() => ledger.rows.length > told + 10 || undefined);
  over.abort();
  await working;
  expect(await served.stop()).toBe(0);
  served = undefined;

  expect(await run(away, 'restore', first)).toMatchObject({ exitCode: 0 });
  // There the secret is in the environment, not in a file.
  const secret = await readFile(join(home.AFTERWORD_DATA, 'secret'), 'utf8');
  await rm(join(away.AFTERWORD_DATA, 'secret'));
  const second = join(folder, 'second.afterword');
  const backup = await run({ ...away, AFTERWORD_SECRET: secret }, 'backup', second, '--with-secrets');
  expect(backup).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('secret, audit.key') });
  const report = await run(again, 'restore', second, '--json');
  expect(JSON.parse(report.stdout)).toMatchObject({ objects: made.objects, lost: [] });
  expect(await readFile(join(again.AFTERWORD_DATA, 'secret'), 'utf8')).toBe(secret);

  // The log is that of before, as far as the back-up goes: old checkpoints prove it, newer ones show that it went back.
  const file = await exported(again, 'again.jsonl');
  const size = /Signed: (\d+)/.exec(before.stdout)![1]!.padStart(16, '0');
  const old = join(home.AFTERWORD_CHECKPOINTS, `${size}.checkpoint`);
  expect(await run(again, 'audit', 'verify', file, '--checkpoints', old)).toMatchObject({ exitCode: 0 });
  const all = ['--checkpoints', home.AFTERWORD_CHECKPOINTS];
  expect(await run(again, 'audit', 'verify', file, ...all)).toMatchObject({ exitCode: 1 });

  const doctor = await run(again, 'doctor', '--full', '--json');
  const wrong = JSON.parse(doctor.stdout).filter(({ state }: { state: string }) => state === 'fail');
  expect(wrong).toEqual([]);
  const misled = await run(
    { ...again, AFTERWORD_CHECKPOINTS: home.AFTERWORD_CHECKPOINTS },
    'doctor',
    '--json',
  );
  expect(misled.exitCode).toBe(1);
  expect(misled.stdout).toContain('the newest checkpoint says');
}, 120_000);

test('what cannot be restored is refused with a reason, and nothing is touched', async () => {
  const good = await readFile(join(folder, 'first.afterword'));
  const bad = Buffer.from(good);
  bad[good.length >> 1]! ^= 1;
  await writeFile(join(folder, 'bad.afterword'), bad);
  const target = machine('untouched');
  const refused = await run(target, 'restore', join(folder, 'bad.afterword'));
  expect(refused).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('is damaged or was cut') });
  await expect(readFile(join(target.AFTERWORD_DATA, 'holder.json'))).rejects.toThrow('ENOENT');
  const other = { ...target, AFTERWORD_BACKUP_KEY: 'another passphrase' };
  expect((await run(other, 'restore', join(folder, 'first.afterword'))).stderr).toContain('passphrase');
  const taken = await run(machine('again'), 'restore', join(folder, 'first.afterword'));
  expect(taken).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('--force') });
});
