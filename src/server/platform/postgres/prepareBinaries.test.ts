import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account } from './account.ts';
import { type BinariesPackage, findPackage, readPackage } from './findPackage.ts';
import { prepareBinaries } from './prepareBinaries.ts';

/** Whom root would run PostgreSQL as. */
const account: Account | undefined = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

let folder: string;
let dataFolder: string;
let installed: BinariesPackage;

/** As npm leaves it when it may not run scripts: without links. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-binaries-'));
  await chmod(folder, 0o755);
  dataFolder = join(folder, 'data');
  await mkdir(dataFolder);
  const original = await findPackage();
  const root = join(folder, original.platform);
  execFileSync('cp', ['-a', original.root, root]);
  for (const { target } of original.links) await rm(join(root, target), { force: true });
  installed = await readPackage(root);
});

afterEach(async () => {
  await chmod(installed.root, 0o755);
  await chmod(join(installed.root, 'native', 'lib'), 0o755);
  await rm(folder, { recursive: true, force: true });
});

const versionOf = (binaries: string): string =>
  execFileSync(join(binaries, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...account });

test('links that npm was not allowed to make are made', async () => {
  const { folder: binaries, major } = await prepareBinaries(installed, { dataFolder, account });
  expect(binaries).toBe(join(installed.root, 'native', 'bin'));
  expect(versionOf(binaries)).toContain(`PostgreSQL) ${major}.`);
});

test('programs in a folder that is closed or read-only are copied, once', async () => {
  // Root writes everywhere, so for it the folder is closed to the account instead.
  await chmod(account ? installed.root : join(installed.root, 'native', 'lib'), account ? 0o700 : 0o555);
  const first = await prepareBinaries(installed, { dataFolder, account });
  expect(first.folder.startsWith(dataFolder)).toBe(true);
  expect(versionOf(first.folder)).toContain('PostgreSQL');
  expect(await prepareBinaries(installed, { dataFolder, account })).toEqual(first);
});
