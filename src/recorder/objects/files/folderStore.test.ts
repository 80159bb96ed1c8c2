import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mountSmallDisk } from '../../../../test/harness/smallDisk.ts';
import { ObjectDamaged, StorageUnavailable } from '../objectStore.ts';
import { FolderStore } from './folderStore.ts';

const prefix = 'evidence';
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async (root: string): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));

const listed = async (store: FolderStore): Promise<string[]> =>
  (await Array.fromAsync(store.list(''))).map(({ key }) => key);

describe('objects in a folder', () => {
  test('are private, folders and files', async () => {
    const store = await FolderStore.open(join(folder, 'store'));
    await store.put(Buffer.from('x'), { prefix });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect(mode & 0o077, entry.name).toBe(0);
    }
  });

  test('that were changed on the disk fail to be read, and are whole again once they are put again', async () => {
    const store = await FolderStore.open(folder);
    const { key } = await store.put(Buffer.from('evidence'), { prefix });
    await writeFile(join(folder, key), 'evidencf');
    await expect(buffer(await store.get(key))).rejects.toThrow(ObjectDamaged);
    await store.put(Buffer.from('evidence'), { prefix });
    expect(await readFile(join(folder, key), 'utf8')).toBe('evidence');
  });

  test('whose writer is killed in the middle are not there, and what is left of them is swept', async () => {
    const store = await FolderStore.open(folder);
    const writer = spawn(process.execPath, ['--input-type=module', '-e', ENDLESS, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(await listed(store)).toEqual([]);
    expect(await filesIn(folder)).toHaveLength(1);
    expect(await store.sweep(new Date(0))).toBe(0);
    expect(await store.sweep(new Date(Date.now() + 1_000))).toBe(1);
    expect(await filesIn(folder)).toEqual([]);
  });

  test('are swept never', async () => {
    const store = await FolderStore.open(folder);
    const { key } = await store.put(Buffer.from('kept'), { prefix });
    await store.sweep(new Date(Date.now() + 1_000));
    expect(await listed(store)).toEqual([key]);
  });

  test('are not taken for objects when something else lies among them', async () => {
    const store = await FolderStore.open(folder);
    const { key } = await store.put(Buffer.from('kept'), { prefix });
    await writeFile(join(folder, 'evidence', 'notes.txt'), 'not ours');
    expect(await listed(store)).toEqual([key]);
  });
});

const disk = mountSmallDisk(24);
disk?.remove();

describe.skipIf(disk === undefined)('a full disk', () => {
  test('refuses with the reason at once, leaves no debris and room for others, and takes objects again', async () => {
    const small = mountSmallDisk(24)!;
    try {
      const store = await FolderStore.open(small.folder);
      const { key } = await store.put(Buffer.alloc(2 ** 20, 1), { prefix });
      const filler = join(small.folder, 'filler');
      const before = await filesIn(small.folder);
      await expect(store.put(endless(), { prefix })).rejects.toThrow(/the disk is full; free some space/);
      expect(await filesIn(small.folder)).toEqual(before);

      await writeFile(filler, Buffer.alloc(22.9 * 2 ** 20));
      await expect(store.put(Buffer.from('small'), { prefix })).rejects.toThrow(StorageUnavailable);
      expect((await buffer(await store.get(key))).length).toBe(2 ** 20);

      await rm(filler);
      await store.put(Buffer.from('small'), { prefix });
      expect(await listed(store)).toHaveLength(2);
    } finally {
      small.remove();
    }
  });
});

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.alloc(2 ** 20);
}

const ENDLESS = `
  const { FolderStore } = await import(${JSON.stringify(new URL('./folderStore.ts', import.meta.url).href)});
  const store = await FolderStore.open(process.argv[1]);
  async function* endless() {
    for (let n = 0; ; n++) {
      if (n === 3) process.stdout.write('writing');
      await new Promise(setImmediate);
      yield Buffer.alloc(65536, n);
    }
  }
  await store.put(endless(), { prefix: 'evidence' });
`;
