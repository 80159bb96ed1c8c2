import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliOnDatabase, startCliOnDatabase } from '../harness/cliOnDatabase.ts';

let commands: CliOnDatabase;
beforeAll(async () => {
  commands = await startCliOnDatabase();
});
afterAll(() => commands.close());

const run: CliOnDatabase['run'] = (...args) => commands.run(...args);
const keyFile = () => join(commands.folder, 'data', 'audit.key');
const export_ = async () => {
  const file = join(commands.folder, 'audit.jsonl');
  await writeFile(file, (await run('audit', 'export')).stdout);
  return file;
};

test('the log is handed over to a new key, and proved with the one that an auditor had before', async () => {
  await run('user', 'add', 'ada@example.org', '--name', 'Ada', '--roles', 'viewer,administrator');
  await run('audit', 'checkpoint');
  const pinned = join(commands.folder, 'pinned.vkey');
  await copyFile(join(commands.folder, 'checkpoints', 'log.vkey'), pinned);
  await copyFile(keyFile(), join(commands.folder, 'older.key'));

  const told = await run('audit', 'rotate-key', '--json');
  expect(told).toMatchObject({ exitCode: 0, stderr: '' });
  const { from, to } = JSON.parse(told.stdout);
  expect(from).toBe((await readFile(pinned, 'utf8')).trim());
  expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
  expect(await readdir(join(commands.folder, 'data'))).not.toContain('audit.key.next');

  const verified = await run('audit', 'verify', await export_(), '--key', pinned, '--json');
  expect(verified.exitCode).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ faults: [], keys: [{ text: from }, { text: to }] });
  const said = await run(
    'audit',
    'verify',
    await export_(),
    '--checkpoints',
    join(commands.folder, 'checkpoints'),
  );
  expect(said.stdout).toContain(`on the log is signed by the key that followed it:\n  ${to}`);
});

test('a rotation that was broken off is ended, once', async () => {
  await copyFile(keyFile(), join(commands.folder, 'newer.key'));
  await copyFile(join(commands.folder, 'newer.key'), `${keyFile()}.next`);
  await copyFile(join(commands.folder, 'older.key'), keyFile());
  expect(await run('audit', 'checkpoint')).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('rotate-key'),
  });
  const { to } = JSON.parse((await run('audit', 'rotate-key', '--json')).stdout);
  expect(await readFile(keyFile(), 'utf8')).toBe(await readFile(join(commands.folder, 'newer.key'), 'utf8'));
  expect(
    (await readdir(join(commands.folder, 'checkpoints'))).filter(name => name.endsWith('.rotation')),
  ).toHaveLength(1);
  expect((await run('audit', 'verify', await export_())).stdout).toContain(to);
});

test('a key that was replaced replaces nothing, and checkpoints elsewhere begin with what led there', async () => {
  await copyFile(join(commands.folder, 'older.key'), keyFile());
  expect(await run('audit', 'rotate-key')).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('was replaced'),
  });
  await copyFile(join(commands.folder, 'newer.key'), keyFile());
  await rm(join(commands.folder, 'checkpoints'), { recursive: true });
  expect(await run('audit', 'checkpoint')).toMatchObject({ exitCode: 0 });
  const verified = await run(
    'audit',
    'verify',
    await export_(),
    '--checkpoints',
    join(commands.folder, 'checkpoints'),
  );
  expect(verified).toMatchObject({ exitCode: 0 });
});
