import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli, type Outcome } from '../harness/cli.ts';

let folder = '';
let evidence = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-'));
  evidence = join(folder, 'evidence');
  await mkdir(evidence);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]): Promise<Outcome> => cli(args, { keyFile: join(folder, 'key') });
const put = (name: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(evidence, name), content);
const LOG = '2026-06-01T10:00:00.123Z INFO checkout order placed\n';

interface Row {
  body: string;
  at: string | null;
  line: number;
  path: string;
}

async function recordsOf(): Promise<Row[]> {
  const out = join(folder, 'records.ndjson');
  const { exitCode, stderr } = await run('records', evidence, '--out', out);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return (await readFile(out, 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Row);
}

describe('what cannot be read gets a clear word', () => {
  test('an empty folder', async () => {
    const { exitCode, stderr } = await run('draft', evidence, '--out', join(folder, 'out'));
    expect(exitCode).toBe(3);
    expect(stderr).toContain('the folder is empty');
    expect(await readdir(folder)).not.toContain('out');
  });

  test('a folder that is not there', async () => {
    expect(await run('records', join(folder, 'nowhere'), '--out', join(folder, 'r.parquet'))).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('no such file or folder'),
    });
  });

  test('binary noise alone', async () => {
    await put('core.bin', randomBytes(100_000));
    const { exitCode, stderr } = await run('draft', evidence, '--out', join(folder, 'out'));
    expect(exitCode).toBe(3);
    expect(stderr).toContain('core.bin: not text, and no known binary format');
  });

  // Elsewhere there is no place where folders are never made, whoever asks.
  test.skipIf(process.platform !== 'linux')('a place where no folder can be made', async () => {
    await put('a.log', LOG);
    expect(await run('draft', evidence, '--out', '/proc/nowhere/out')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/\/proc\/nowhere: no folder can be made there/),
    });
  });

  test('wrong usage: a name that no format has, a zone that is none, a window the wrong way round', async () => {
    await put('a.log', LOG);
    expect(await run('records', evidence, '--out', 'x.xlsx')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('.parquet, .ndjson or .csv'),
    });
    expect(await run('clocks', evidence, '--tz', 'Mars/Olympus')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('no such zone'),
    });
    expect(
      await run('suspects', evidence, '--from', '2026-06-01T11:00Z', '--to', '2026-06-01T10:00Z'),
    ).toMatchObject({ exitCode: 2 });
    expect(await run('suspects', evidence, '--from', 'yesterdayish')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('not a time'),
    });
    expect(await run('draft', evidence)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--out'),
    });
    expect(await run('frobnicate')).toMatchObject({ exitCode: 2 });
  });
});

describe('what is odd is kept and reported', () => {
  test('binary noise beside a log is skipped with its reason', async () => {
    await put('a.log', LOG);
    await put('core.bin', randomBytes(100_000));
    const { stdout } = await run('records', evidence, '--out', join(folder, 'r.parquet'));
    expect(stdout).toMatch(/core\.bin.*not text, and no known binary format/);
  });

  test('a 50 MB line is kept whole, in pieces', async () => {
    const long = `2026-06-01T10:00:00.123Z INFO ${'0123456789 abcdef '.repeat(3_000_000)}`;
    await put('long.log', `${LOG}${long}\n${LOG}`);
    const rows = await recordsOf();
    const pieces = rows.slice(1, -1);
    expect(rows).toHaveLength(pieces.length + 2);
    expect(pieces.map(({ body }) => body.length).reduce((a, b) => a + b)).toBeGreaterThan(53_900_000);
    expect(new Set(rows.map(({ at }) => at)).size).toBe(1);
    expect(rows.at(-1)!.line).toBe(3);
  });

  test('bytes that are not UTF-8 keep their line, and the coverage says so', async () => {
    await put('latin.log', Buffer.from(`${LOG}2026-06-01T10:00:01Z WARN caf\xe9 ferm\xe9\n${LOG}`, 'latin1'));
    expect((await recordsOf()).map(({ body }) => body)).toContainEqual(expect.stringContaining('café fermé'));
    const { stdout } = await run('records', evidence, '--out', join(folder, 'r.parquet'));
    expect(stdout).toContain('1 lines are not valid UTF-8');
  });

  test('a truncated archive gives what comes before the cut', async () => {
    const packed = gzipSync(
      Array.from(
        { length: 5000 },
        (_, i) => `2026-06-01T10:00:00.${String(i % 1000).padStart(3, '0')}Z INFO n ${Math.sin(i)}\n`,
      ).join(''),
    );
    await put('cut.log.gz', packed.subarray(0, packed.length / 2));
    expect((await recordsOf()).length).toBeGreaterThan(1000);
  });

  test('an archive bomb is refused, the rest is read', async () => {
    await put('a.log', LOG);
    await put('bomb.gz', gzipSync(Buffer.alloc(200 * 2 ** 20)));
    const { stdout, exitCode } = await run('records', evidence, '--out', join(folder, 'r.parquet'));
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/bomb\.gz.*archive bomb/);
  });

  test('a clock that believes it is 1970 is kept as it is', async () => {
    await put('a.log', `1970-01-01T00:00:12Z INFO booted\n${LOG}`);
    expect((await recordsOf()).map(({ at }) => at)).toEqual([
      '1970-01-01T00:00:12.000000Z',
      '2026-06-01T10:00:00.123000Z',
    ]);
  });

  test('two files that are the same file are read once', async () => {
    await put('a.log', LOG);
    await put('b.log', LOG);
    const { stdout } = await run('records', evidence, '--out', join(folder, 'r.parquet'));
    expect(stdout).toMatch(/b\.log.*the same bytes as a\.log; read once/);
    expect(await recordsOf()).toHaveLength(1);
  });

  test('a file without read permission is reported, the rest is read', async () => {
    await put('a.log', LOG);
    await put('private.log', LOG.repeat(2));
    await chmod(join(evidence, 'private.log'), 0);
    const { exitCode, stdout } = await run('records', evidence, '--out', join(folder, 'r.parquet'));
    expect(exitCode).toBe(0);
    // A privileged user may read everything; then there is nothing to report.
    if (process.getuid?.() !== 0) expect(stdout).toMatch(/private\.log.*permission denied/);
  });

  test('two thousand small files are read, each on its own line of the coverage', async () => {
    for (let i = 0; i < 2000; i++)
      await put(`pod-${i}.log`, `2026-06-01T10:00:${String(i % 60).padStart(2, '0')}Z INFO pod ${i} up\n`);
    const { stdout } = await run('records', evidence, '--out', join(folder, 'r.parquet'), '--json');
    expect((JSON.parse(stdout) as { coverage: unknown[] }).coverage).toHaveLength(2000);
  });
});

describe('an interrupted run', () => {
  test('leaves nothing half-written, and a second run works', async () => {
    await put('a.log', LOG.repeat(50_000));
    const interrupted = new AbortController();
    const out = join(folder, 'out.parquet');
    setTimeout(() => interrupted.abort('SIGINT'), 30);
    const first = await cli(['records', evidence, '--out', out], {
      keyFile: join(folder, 'key'),
      signal: interrupted.signal,
    });
    expect(first).toMatchObject({
      exitCode: 130,
      stderr: expect.stringContaining('what a server had taken already stays there'),
    });
    expect((await readdir(folder)).sort()).toEqual(['evidence']);
    expect(await run('records', evidence, '--out', out)).toMatchObject({ exitCode: 0 });
  });
});
