import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../src/core/document/bundle.ts';
import { cli, type Outcome } from '../harness/cli.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/train-ticket/evidence', import.meta.url));
const FAULT = 'ts-basic-service';

let folder = '';
let out = '';
let drafted: Outcome;
let bundle: Bundle;
const run = (...args: string[]): Promise<Outcome> => cli(args, { keyFile: join(folder, 'key') });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draft-'));
  out = join(folder, 'postmortem');
  drafted = await run('draft', EXAMPLE, '--out', out, '--title', 'Searches took seconds', '--json');
  bundle = JSON.parse(await readFile(join(out, 'bundle.json'), 'utf8')) as Bundle;
});
afterAll(() => rm(folder, { recursive: true }));

describe('a draft of the example', () => {
  test('is whole: Markdown, page, bundle, evidence, and nothing else', async () => {
    expect(drafted).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await readdir(out)).sort()).toEqual([
      'bundle.json',
      'evidence',
      'postmortem.html',
      'postmortem.md',
    ]);
    expect((await readdir(folder)).sort()).toEqual(['key', 'postmortem']);
  });

  test('names the service at fault first', () => {
    expect(bundle.suspects[0]).toMatchObject({ rank: 1, service: FAULT });
  });

  test('keeps between 20 and 40 moments, all inside the evidence', () => {
    const kept = bundle.moments.filter(moment => moment.kept);
    expect(kept.length).toBeGreaterThanOrEqual(20);
    expect(kept.length).toBeLessThanOrEqual(40);
  });

  test('every sentence cites evidence that exists, or says that it is inferred or not known', () => {
    const known = new Set(bundle.citations.map(({ id }) => id));
    const sentences = [
      ...bundle.summary,
      ...bundle.impact.sentences,
      ...bundle.unknowns,
      ...bundle.hypotheses.map(({ statement }) => statement),
      ...bundle.actions.map(({ because }) => because),
    ];
    expect(sentences.length).toBeGreaterThan(5);
    for (const { text, cites, basis } of sentences) {
      expect(
        cites.filter(cite => !known.has(cite)),
        text,
      ).toEqual([]);
      if (basis === 'evidence') expect(cites, text).not.toEqual([]);
    }
  });

  test('every query behind a citation runs on the frozen records and gives something', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `create view records as select * from '${join(out, 'evidence', 'records.parquet')}'`,
    );
    const queries = bundle.citations.flatMap(({ query, label }) =>
      query === undefined ? [] : [{ query, label }],
    );
    expect(queries.length).toBeGreaterThan(5);
    for (const { query, label } of queries) {
      const rows = await connection.runAndReadAll(query);
      expect(rows.currentRowCount, label).toBeGreaterThan(0);
    }
  });

  test('holds every line of the logs and every span, at the instant that the source wrote', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const read = await connection.runAndReadAll(`
      select path, count(*)::integer as records, sum(epoch_us("at") - clock_correction_us)::hugeint as sum
      from '${join(out, 'evidence', 'records.parquet')}' where kind in ('log', 'span') group by path order by path`);
    for (const { path, records, sum } of read.getRowObjects() as {
      path: string;
      records: number;
      sum: bigint;
    }[]) {
      const [header, ...rows] = gunzipSync(await readFile(join(EXAMPLE, path)))
        .toString('utf8')
        .trimEnd()
        .split('\n');
      const column = header!
        .split(',')
        .findIndex(name => name === 'TimeUnixNano' || name === 'StartTimeUnixNano');
      const stamps = rows.map(row => BigInt(row.split(',')[column]!) / 1000n);
      expect(records, path).toBe(rows.length);
      expect(sum, path).toBe(stamps.reduce((a, b) => a + b, 0n));
    }
  });

  test('is the same again from the same evidence and key, but for its date', async () => {
    const again = join(folder, 'again');
    await run('draft', EXAMPLE, '--out', again, '--title', 'Searches took seconds');
    const other = JSON.parse(await readFile(join(again, 'bundle.json'), 'utf8')) as Bundle;
    expect({ ...other, generatedAt: '' }).toEqual({ ...bundle, generatedAt: '' });
    await rm(again, { recursive: true });
  });

  test('is not written over without being told to', async () => {
    expect(await run('draft', EXAMPLE, '--out', out)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--force'),
    });
  });
});

describe('its evidence', () => {
  test('is proved untouched, and opens to the originals', async () => {
    expect(await run('verify', out)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('untouched'),
    });
    const path = 'logs/12_06_log.csv.gz';
    const opened = join(folder, 'opened.csv.gz');
    expect(await run('unseal', out, path, '--out', opened)).toMatchObject({ exitCode: 0 });
    expect((await readFile(opened)).equals(await readFile(join(EXAMPLE, path)))).toBe(true);
  });

  test('is found touched when one byte of the records is changed', async () => {
    const records = join(out, 'evidence', 'records.parquet');
    const bytes = await readFile(records);
    const touched = Buffer.from(bytes);
    touched[1000]! ^= 1;
    await writeFile(records, touched);
    const found = await run('verify', out, '--json');
    await writeFile(records, bytes);
    expect(found.exitCode).toBe(1);
    expect((JSON.parse(found.stdout) as { touched: object[] }).touched).toEqual([
      expect.objectContaining({ path: 'evidence/records.parquet', what: 'changed' }),
    ]);
  });

  test('cannot be opened with another key, and a folder that is no draft is refused', async () => {
    await writeFile(join(folder, 'other-key'), `${'ab'.repeat(32)}\n`);
    expect(await run('verify', out, '--key', join(folder, 'other-key'))).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('does NOT fit'),
    });
    expect(
      await run(
        'unseal',
        out,
        'metrics.tar.gz',
        '--out',
        join(folder, 'x'),
        '--key',
        join(folder, 'other-key'),
      ),
    ).toMatchObject({ exitCode: 3 });
    expect(await run('verify', folder)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('no evidence/manifest.jsonl'),
    });
  });
});
