import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startS3 } from '../../../test/harness/startS3.ts';
import { ObjectMissing, type ObjectStore, StorageUnavailable, WrongContent } from './objectStore.ts';
import { type ObjectStoreConfiguration, openObjectStore } from './openObjectStore.ts';

interface Place {
  configuration: ObjectStoreConfiguration;
  stop(): Promise<void>;
}

const PLACES: Record<string, (folder: string) => Promise<Place>> = {
  'a folder': async folder => ({ configuration: { kind: 'files', folder }, stop: async () => undefined }),
  'a bucket': async folder => {
    const { configuration, stop } = await startS3();
    return { configuration: { kind: 's3', folder, ...configuration }, stop };
  },
};

const prefix = 'evidence/0199-a';
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const ABSENT = `evidence/00/${'0'.repeat(64)}`;
const someBytes = fc
  .tuple(fc.uint8Array({ maxLength: 2_000 }), fc.constantFrom(1, 1, 1, 97))
  .map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => bytes)));

/** In pieces of uneven size, as a network gives them. */
async function* inPieces(bytes: Uint8Array, size = 65_521): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const keysOf = async (store: ObjectStore, below = ''): Promise<string[]> =>
  (await Array.fromAsync(store.list(below))).map(({ key }) => key).sort();

describe.each(Object.entries(PLACES))('objects in %s', (_, startPlace) => {
  let folder = '';
  let place: Place;
  let store: ObjectStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'objects-'));
    place = await startPlace(join(folder, 'store'));
    store = await openObjectStore(place.configuration);
  });
  afterAll(async () => {
    store.close();
    await place.stop();
    await rm(folder, { recursive: true });
  });

  test('come back byte for byte, whole and in ranges, from bytes and from streams', async () => {
    await fc.assert(
      fc.asyncProperty(
        someBytes,
        fc.boolean(),
        fc.nat(3_000),
        fc.nat(3_000),
        async (bytes, streamed, from, to) => {
          const source = streamed ? inPieces(bytes, 701) : bytes;
          const stored = await store.put(source, { prefix });
          expect(stored).toMatchObject({ bytes: bytes.length, sha256: hashOf(bytes) });
          expect((await buffer(await store.get(stored.key))).equals(bytes)).toBe(true);
          const range = await buffer(await store.get(stored.key, { from, to }));
          expect(range.equals(bytes.subarray(from, Math.max(from, to)))).toBe(true);
          expect(await store.stat(stored.key)).toMatchObject({ key: stored.key, bytes: bytes.length });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of many megabytes come back too, from a stream whose length nobody knows', async () => {
    const bytes = randomBytes(19 * 2 ** 20);
    const { key } = await store.put(inPieces(bytes), { prefix });
    expect((await buffer(await store.get(key))).equals(bytes)).toBe(true);
    const tail = await buffer(await store.get(key, { from: 17 * 2 ** 20 }));
    expect(tail.equals(bytes.subarray(17 * 2 ** 20))).toBe(true);
  });

  test('are one object when the same bytes are put at the same time', async () => {
    const bytes = randomBytes(300_000);
    const puts = Array.from({ length: 12 }, (_, i) =>
      store.put(i % 2 === 0 ? bytes : inPieces(bytes), { prefix: 'same' }),
    );
    const keys = new Set((await Promise.all(puts)).map(({ key }) => key));
    expect(await keysOf(store, 'same')).toEqual([...keys]);
    expect((await buffer(await store.get([...keys][0]!))).equals(bytes)).toBe(true);
  });

  test.each([
    ['ends in an error', 1_000],
    ['ends in an error after many megabytes', 20 * 2 ** 20],
  ])('are not there when their source %s', async (_, length) => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* inPieces(randomBytes(length));
      throw new Error('the sender went away');
    }
    await expect(store.put(broken(), { prefix: 'broken' })).rejects.toThrow('the sender went away');
    expect(await keysOf(store, 'broken')).toEqual([]);
    expect(await temporaryFiles(folder)).toEqual([]);
  });

  test('are not there when the caller goes away in the middle', async () => {
    const caller = new AbortController();
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let sent = 0; ; sent++) {
        if (sent === 20) caller.abort(new Error('gone'));
        yield randomBytes(2 ** 20);
      }
    }
    const put = store.put(endless(), { prefix: 'aborted', signal: caller.signal });
    await expect(put).rejects.toThrow('gone');
    expect(await keysOf(store, 'aborted')).toEqual([]);
    expect(await temporaryFiles(folder)).toEqual([]);
  });

  test.each([100, 10 * 2 ** 20])('are refused when their %d bytes are not those announced', async length => {
    const bytes = randomBytes(length);
    const below = `announced/${length}`;
    const options = { prefix: below, sha256: hashOf(Buffer.from('another')) };
    await expect(store.put(inPieces(bytes), options)).rejects.toThrow(WrongContent);
    expect(await keysOf(store, below)).toEqual([]);
    const stored = await store.put(inPieces(bytes), { prefix: below, sha256: hashOf(bytes) });
    expect(await keysOf(store, below)).toEqual([stored.key]);
  });

  test('that nobody put are missing, and deleting them is no error', async () => {
    await expect(store.get(ABSENT)).rejects.toThrow(ObjectMissing);
    await expect(store.get(ABSENT, { from: 2, to: 5 })).rejects.toThrow(ObjectMissing);
    expect(await store.stat(ABSENT)).toBeUndefined();
    await store.delete(ABSENT);
    const { key } = await store.put(Buffer.from('x'), { prefix });
    await store.delete(key);
    expect(await store.stat(key)).toBeUndefined();
  });

  test('are listed below their prefix only', async () => {
    const put = (text: string, below: string) => store.put(Buffer.from(text), { prefix: below });
    const inside = await Promise.all(['a', 'b', 'c'].map(text => put(text, 'list/one')));
    await put('a', 'list/one-more');
    expect(await keysOf(store, 'list/one')).toEqual(inside.map(({ key }) => key).sort());
    expect(await keysOf(store, 'list/none')).toEqual([]);
    expect((await keysOf(store)).length).toBeGreaterThan(4);
  });

  test.each(['../out', '/etc', 'a//b', '', 'A', 'a/..'])('are never put outside: prefix %j', async bad => {
    await expect(store.put(Buffer.from('x'), { prefix: bad })).rejects.toThrow(RangeError);
    await expect(store.stat(`${bad}/${ABSENT.slice(9)}x`)).rejects.toThrow(RangeError);
  });

  test('can be put now, says the check, and nothing of it stays', async () => {
    const before = await keysOf(store);
    await store.check();
    expect(await keysOf(store)).toEqual(before);
    expect(await temporaryFiles(folder)).toEqual([]);
  });
});

describe('a bucket that cannot be used', () => {
  test.each([
    ['nothing listens', { endpoint: 'http://127.0.0.1:9' }, /nothing listens there/],
    ['there is no bucket', { bucket: 'nowhere' }, /no such bucket/],
    ['the key is not known', { credentials: { accessKeyId: 'x', secretAccessKey: 'x' } }, /key is not known/],
  ])('says so at once when %s', async (_, change, reason) => {
    const folder = await mkdtemp(join(tmpdir(), 'objects-'));
    const { configuration, stop } = await startS3();
    const store = await openObjectStore({ kind: 's3', folder, ...configuration, ...change });
    const started = performance.now();
    const refusals = await Promise.all(
      [store.check(), store.put(Buffer.from('x'), { prefix }), store.get(ABSENT)].map(attempt =>
        attempt.then(
          () => undefined,
          (error: unknown) => error,
        ),
      ),
    );
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(StorageUnavailable);
    expect(refusals.map(refusal => (refusal as Error).message).join('\n')).toMatch(reason);
    store.close();
    await stop();
    await rm(folder, { recursive: true });
  });
});

test('a bucket whose server accepts and never answers counts as unreachable in seconds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'objects-'));
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const store = await openObjectStore({
    kind: 's3',
    folder,
    bucket: 'objects',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    pathStyle: true,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const started = performance.now();
  await expect(store.check()).rejects.toThrow(StorageUnavailable);
  expect(performance.now() - started).toBeLessThan(8_000);
  store.close();
  silent.close();
  await rm(folder, { recursive: true });
});

/** Files that are neither objects nor wanted. */
async function temporaryFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && !/\/[0-9a-f]{2}$/.test(entry.parentPath))
    .map(({ name }) => name);
}
