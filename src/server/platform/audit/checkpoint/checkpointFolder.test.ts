import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCheckpointFolder } from './checkpointFolder.ts';
import { readOrMakeSigningKey, type SigningKey } from './signingKey.ts';

let folder: string;
let dataFolder: string;
let key: SigningKey;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-checkpoints-'));
  dataFolder = join(folder, 'data');
  key = await readOrMakeSigningKey(join(dataFolder, 'audit.key'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the folder for checkpoints', () => {
  test('lies outside the data folder, whatever its path pretends', async () => {
    await mkdir(join(dataFolder, 'inner'));
    await symlink(join(dataFolder, 'inner'), join(folder, 'elsewhere'));
    for (const path of [dataFolder, join(dataFolder, 'inner'), join(folder, 'elsewhere')])
      await expect(openCheckpointFolder(path, { dataFolder, key }), path).rejects.toThrow(
        'lies in the data folder',
      );
    await openCheckpointFolder(join(folder, 'data-checkpoints'), { dataFolder, key });
  });

  test('is of one log only', async () => {
    const path = join(folder, 'checkpoints');
    await openCheckpointFolder(path, { dataFolder, key });
    const other = await readOrMakeSigningKey(join(folder, 'another.key'));
    const opening = openCheckpointFolder(path, { dataFolder, key: other });
    await expect(opening).rejects.toThrow('checkpoints of another log');
  });
});

describe('the signing key', () => {
  test('is made once, for its owner only, and read again', async () => {
    const path = join(folder, 'keys', 'new.key');
    const keys = await Promise.all([1, 2, 3].map(() => readOrMakeSigningKey(path)));
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'keys'))).toEqual(['new.key']);
  });

  test('is refused when the file holds something else', async () => {
    const path = join(folder, 'wrong.key');
    await writeFile(path, 'hello');
    await expect(readOrMakeSigningKey(path)).rejects.toThrow('holds no signing key');
  });
});
