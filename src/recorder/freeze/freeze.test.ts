import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../inputs/findFiles.ts';
import { MANIFEST } from './draftPaths.ts';
import { freezeOriginals } from './freezeOriginals.ts';
import { writeManifest } from './manifest.ts';
import { sealFile, unsealFile } from './sealFile.ts';
import { SealBroken } from './sealStream.ts';
import { verifyFolder } from './verifyFolder.ts';

const key = Buffer.alloc(32, 7);
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'freeze-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a sealed file', () => {
  test('opens to the same bytes, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 700_000 }), async size => {
        const original = randomBytes(size);
        await writeFile(join(folder, 'a'), original);
        await sealFile(join(folder, 'a'), join(folder, 'b'), key);
        await unsealFile(join(folder, 'b'), join(folder, 'c'), key);
        expect((await readFile(join(folder, 'c'))).equals(original)).toBe(true);
        for (const name of ['b', 'c']) await rm(join(folder, name));
      }),
      { numRuns: 15, examples: [[0], [262_144], [262_143]] },
    );
  });

  test('does not open when a byte was changed, cut off or added, or with another key', async () => {
    await writeFile(join(folder, 'a'), randomBytes(600_000));
    await sealFile(join(folder, 'a'), join(folder, 'b'), key);
    const sealed = await readFile(join(folder, 'b'));
    const flipped = (at: number): Buffer => {
      const copy = Buffer.from(sealed);
      copy[at]! ^= 1;
      return copy;
    };
    const firstChunk = 28 + (sealed.readUInt32BE(24) & 0x7fffffff);
    const broken = [
      ...[0, 10, 25, 30, 300_000, sealed.length - 1].map(flipped),
      sealed.subarray(0, -1),
      sealed.subarray(0, firstChunk),
      Buffer.concat([sealed, Buffer.from('x')]),
    ];
    for (const [i, bytes] of broken.entries()) {
      await writeFile(join(folder, `x${i}`), bytes);
      await expect(unsealFile(join(folder, `x${i}`), join(folder, `y${i}`), key)).rejects.toThrow();
    }
    await expect(unsealFile(join(folder, 'b'), join(folder, 'z'), Buffer.alloc(32, 8))).rejects.toThrow(
      SealBroken,
    );
  });
});

describe('verify', () => {
  async function draft(): Promise<void> {
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in', 'app.log'), 'one\ntwo\n');
    await writeFile(join(folder, 'in', 'copy.log'), 'one\ntwo\n');
    await writeFile(join(folder, 'in', 'other.log'), 'three\n');
    const { originals } = findFiles([join(folder, 'in')]);
    const entries = await freezeOriginals(originals, { keep: 'seal', folder, key });
    const header = {
      format: 'afterword/manifest',
      version: 1,
      collectedBy: 'ada',
      host: 'h',
      collectedAt: '2026-01-01T00:00:00.000Z',
      collector: 'test',
    } as const;
    await writeFile(join(folder, MANIFEST), writeManifest(header, entries, key));
  }

  test('finds nothing in an untouched folder, and proves the seal only with the key', async () => {
    await draft();
    expect(await verifyFolder(folder, key)).toMatchObject({ checked: 3, touched: [], seal: 'proved' });
    expect(await verifyFolder(folder, undefined)).toMatchObject({
      checked: 3,
      touched: [],
      seal: 'not checked',
    });
  });

  test('names each file that was changed, removed or added', async () => {
    await draft();
    const manifest = await readFile(join(folder, MANIFEST), 'utf8');
    const [changed, removed] = [...new Set(manifest.match(/evidence\/originals\/[0-9a-f]+\.sealed/g))];
    await writeFile(join(folder, changed!), 'nonsense');
    await rm(join(folder, removed!));
    await writeFile(join(folder, 'evidence', 'extra.txt'), 'x');
    const { touched } = await verifyFolder(folder, key);
    expect(touched.map(({ path, what }) => `${what} ${path}`)).toEqual(
      expect.arrayContaining([`changed ${changed}`, `missing ${removed}`, 'added evidence/extra.txt']),
    );
  });

  test('any edit of the manifest breaks the chain at that line, and a chain made again breaks the seal', async () => {
    await draft();
    const text = await readFile(join(folder, MANIFEST), 'utf8');
    const lines = text.trimEnd().split('\n');
    const forgeries = [
      text.replace('other.log', 'ether.log'),
      [lines[0], lines[2], lines[1], ...lines.slice(3), ''].join('\n'),
      `${lines.slice(0, -1).join('\n')}\n`,
      [...lines.slice(0, 2), ...lines.slice(3), ''].join('\n'),
      `${text.slice(0, -10)}`,
    ];
    for (const forged of forgeries) {
      await writeFile(join(folder, MANIFEST), forged);
      const { touched } = await verifyFolder(folder, key);
      expect(touched.some(({ what }) => what === 'manifest')).toBe(true);
    }
    const { header, entries } = JSON.parse(
      `{"header":${lines[0]},"entries":[${lines.slice(1, -1).join(',')}]}`,
    );
    await writeFile(join(folder, MANIFEST), writeManifest(header, entries, Buffer.alloc(32, 9)));
    expect(await verifyFolder(folder, key)).toMatchObject({ seal: 'broken' });
    expect((await stat(folder)).isDirectory()).toBe(true);
  });
});
