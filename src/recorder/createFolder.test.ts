import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolder } from './createFolder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'afterword-folder-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('a folder is made with those above it, for nobody else; once', async () => {
  const folder = join(root, 'a', 'b', 'c');
  expect(await createFolder(folder)).toBe(join(root, 'a'));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await createFolder(folder)).toBeUndefined();
});

test('many at once make it together', async () => {
  const folder = join(root, ...Array.from({ length: 30 }, (_, at) => `${at}`));
  await Promise.all(Array.from({ length: 50 }, () => createFolder(folder)));
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test('a file in the way is named', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  await expect(createFolder(file)).rejects.toMatchObject({ code: 'EEXIST', path: file });
  await expect(createFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

// Elsewhere there is no place of that kind.
test.skipIf(process.platform !== 'linux')('where no folder can be made, it says so', async () => {
  await expect(createFolder('/proc/nowhere/to/be')).rejects.toMatchObject({
    code: 'ENOENT',
    path: '/proc/nowhere',
  });
});
