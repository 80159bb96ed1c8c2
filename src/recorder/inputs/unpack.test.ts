import { chmod, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zipOf } from '../../../test/builders/zip.ts';
import { findDuplicates } from './findDuplicates.ts';
import { findFiles, UnreadableInput } from './findFiles.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { type Unpacked, unpack } from './unpack.ts';

let folder = '';
let scratch = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inputs-'));
  scratch = await mkdtemp(join(tmpdir(), 'scratch-'));
});
afterEach(async () => {
  for (const each of [folder, scratch]) await rm(each, { recursive: true });
});

async function tarOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, content as string);
  archive.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of archive) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

async function unpackBytes(name: string, bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<Unpacked> {
  await writeFile(join(folder, name), bytes);
  const { originals } = findFiles([folder]);
  return unpack(originals.find(({ path }) => path === name)!, scratch, { limits });
}

const contents = async ({ files }: Unpacked): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(files.map(async ({ path, location }) => [path, await readFile(location, 'utf8')])),
  );

describe('packed files', () => {
  test('gzip, zstd and text encodings keep their name and give their text', async () => {
    expect(await contents(await unpackBytes('a.log.gz', gzipSync('one\n')))).toEqual({ 'a.log.gz': 'one\n' });
    expect(await contents(await unpackBytes('a.log.zst', zstdCompressSync('two\n')))).toEqual({
      'a.log.zst': 'two\n',
    });
    expect(await contents(await unpackBytes('u16.txt', Buffer.from('\uFEFFgrüß\n', 'utf16le')))).toEqual({
      'u16.txt': 'grüß\n',
    });
    expect(await contents(await unpackBytes('bom.txt', Buffer.from('\uFEFFgrüß\n')))).toEqual({
      'bom.txt': 'grüß\n',
    });
  });

  test('archives give their entries, archives inside archives too', async () => {
    const inner = gzipSync(await tarOf({ 'app/x.log': 'x\n' }));
    const unpacked = await unpackBytes('all.tar', await tarOf({ 'in.tgz': inner, 'y.log': 'y\n' }));
    expect(await contents(unpacked)).toEqual({ 'all.tar/in.tgz/app/x.log': 'x\n', 'all.tar/y.log': 'y\n' });
    expect(await contents(await unpackBytes('z.zip', zipOf({ 'a/b.log': 'b\n', 'c.log': 'c\n' })))).toEqual({
      'z.zip/a/b.log': 'b\n',
      'z.zip/c.log': 'c\n',
    });
  });

  test('a truncated gzip gives what comes before the cut, and says so', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `line ${i} ${Math.sin(i)}\n`).join('');
    const packed = gzipSync(text);
    const { files } = await unpackBytes('cut.log.gz', packed.subarray(0, packed.length / 2));
    const read = await readFile(files[0]!.location, 'utf8');
    expect(read.length).toBeGreaterThan(1000);
    expect(text.startsWith(read)).toBe(true);
    expect(files[0]!.notes).toEqual([expect.stringContaining('ends early')]);
  });

  test('a truncated tar gives the entries before the cut, and says so', async () => {
    const bytes = await tarOf({ 'a.log': 'a\n', 'b.log': 'b'.repeat(5000) });
    const unpacked = await unpackBytes('cut.tar', bytes.subarray(0, 2600));
    expect((await contents(unpacked))['cut.tar/a.log']).toBe('a\n');
    expect(
      [...unpacked.skipped.map(({ why }) => why), ...unpacked.files.flatMap(({ notes }) => notes)].join(),
    ).toContain('ends early');
  });

  test.each([
    [
      'more than its ratio',
      { ...DEFAULT_LIMITS, graceBytes: 1000 },
      'archive bomb',
      () => gzipSync(Buffer.alloc(10_000_000)),
    ],
    [
      'a bomb in a bomb',
      { ...DEFAULT_LIMITS, graceBytes: 1000 },
      'archive bomb',
      async () => gzipSync(await tarOf({ b: gzipSync(Buffer.alloc(10_000_000)) })),
    ],
    [
      'too many entries',
      { ...DEFAULT_LIMITS, entries: 2 },
      'more than 2 entries',
      () => tarOf({ a: '', b: '', c: '' }),
    ],
    ['too deep', { ...DEFAULT_LIMITS, depth: 2 }, 'deeper than 2', () => gzipSync(gzipSync(gzipSync('x')))],
    [
      'a name that leads outside',
      DEFAULT_LIMITS,
      'leads outside',
      () => tarOf({ 'ok.log': 'x', '../../etc/passwd': 'x' }),
    ],
    ['an absolute name', DEFAULT_LIMITS, 'leads outside', () => tarOf({ '/etc/passwd': 'x' })],
    ['an outside name in a zip', DEFAULT_LIMITS, 'leads outside', () => zipOf({ '../evil.log': 'x' })],
  ] as const)('an archive with %s is refused whole', async (_, limits, why, bytes) => {
    const { files, skipped } = await unpackBytes('bad', await bytes(), limits);
    expect(files).toEqual([]);
    expect(skipped).toEqual([expect.objectContaining({ path: 'bad', why: expect.stringContaining(why) })]);
  });
});

describe('finding files', () => {
  test('a path that is not there is refused with its name', async () => {
    expect(() => findFiles([join(folder, 'nowhere')])).toThrow(UnreadableInput);
    expect(() => findFiles([join(folder, 'nowhere')])).toThrow(/no such file or folder/);
  });

  test('links to files are read once, links to folders and special files are reported', async () => {
    await mkdir(join(folder, 'logs'));
    await writeFile(join(folder, 'logs', 'a.log'), 'a\n');
    await symlink(join(folder, 'logs', 'a.log'), join(folder, 'z-link.log'));
    await symlink(folder, join(folder, 'logs', 'loop'));
    await symlink(join(folder, 'gone'), join(folder, 'dangling'));
    const { originals, skipped } = findFiles([folder]);
    expect([...originals.map(({ path }) => path), ...skipped.map(({ path }) => path)].sort()).toEqual([
      'dangling',
      'logs/a.log',
      'logs/loop',
      'z-link.log',
    ]);
    expect(originals).toHaveLength(1);
  });

  test('several paths keep their last part as prefix', async () => {
    for (const name of ['one', 'two']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'app.log'), name);
    }
    const { originals } = findFiles([join(folder, 'one'), join(folder, 'two')]);
    expect(originals.map(({ path }) => path)).toEqual(['one/app.log', 'two/app.log']);
  });

  test('two files with the same bytes are one', async () => {
    for (const [name, text] of [
      ['a', 'same'],
      ['b', 'same'],
      ['c', 'else'],
    ] as const)
      await writeFile(join(folder, name), text);
    const { originals, skipped } = findFiles([folder]);
    const files = (
      await Promise.all(originals.map(original => unpack(original, scratch, { limits: DEFAULT_LIMITS })))
    ).flatMap(unpacked => unpacked.files);
    const unique = await findDuplicates(files, skipped);
    expect(unique.map(({ path }) => path)).toEqual(['a', 'c']);
    expect(skipped).toEqual([
      expect.objectContaining({ path: 'b', why: expect.stringContaining('same bytes as a') }),
    ]);
  });

  test('a file that cannot be read is reported, not fatal', async () => {
    await writeFile(join(folder, 'secret.log'), 'x');
    await chmod(join(folder, 'secret.log'), 0);
    await truncate(join(folder, 'secret.log'), 0).catch(() => undefined);
    const { originals } = findFiles([folder]);
    expect(originals.map(({ path }) => path)).toEqual(['secret.log']);
  });
});
