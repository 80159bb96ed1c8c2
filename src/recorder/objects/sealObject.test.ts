import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SealBroken } from '../freeze/sealStream.ts';
import type { ObjectStore } from './objectStore.ts';
import { openObjectStore } from './openObjectStore.ts';
import { sealObject, unsealObject } from './sealObject.ts';

const key = Buffer.alloc(32, 7);
let folder = '';
let store: ObjectStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-'));
  store = await openObjectStore({ kind: 'files', folder });
});
afterEach(() => rm(folder, { recursive: true }));

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_021) yield bytes.subarray(at, at + 50_021);
}

describe('a sealed object', () => {
  test.each([0, 1, 900_000])('of %d bytes opens to them again, and shows nothing of them', async length => {
    const bytes = length === 1 ? Buffer.from('s') : randomBytes(length);
    const { sealed, ...original } = await sealObject(store, inPieces(bytes), { key, prefix: 'originals' });
    expect(original).toEqual({ bytes: length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const opened = await buffer(await unsealObject(store, sealed.key, { key }));
    expect(opened.equals(bytes)).toBe(true);
    const stored = await readFile(join(folder, sealed.key));
    expect(length > 100 && stored.includes(bytes.subarray(100, 150))).toBe(false);
  });

  test('does not open with another key, nor when it was changed', async () => {
    const { sealed } = await sealObject(store, inPieces(randomBytes(900_000)), { key, prefix: 'originals' });
    const other = await unsealObject(store, sealed.key, { key: Buffer.alloc(32, 8) });
    await expect(buffer(other)).rejects.toThrow(SealBroken);
    const stored = await readFile(join(folder, sealed.key));
    stored[500_000]! ^= 1;
    await writeFile(join(folder, sealed.key), stored);
    const changed = await unsealObject(store, sealed.key, { key });
    await expect(buffer(changed)).rejects.toThrow(SealBroken);
    stored[500_000]! ^= 1;
    await writeFile(join(folder, sealed.key), stored.subarray(0, -1));
    const cut = await unsealObject(store, sealed.key, { key });
    await expect(buffer(cut)).rejects.toThrow(/damaged|end is missing/);
  });

  test('is not there when its source breaks off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(700_000);
      throw new Error('the sender went away');
    }
    const sealing = sealObject(store, broken(), { key, prefix: 'originals' });
    await expect(sealing).rejects.toThrow('the sender went away');
    expect(await Array.fromAsync(store.list(''))).toEqual([]);
  });
});
