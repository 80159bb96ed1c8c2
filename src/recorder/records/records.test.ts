import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Level, RECORD_COLUMNS } from '../../core/record.ts';
import { openObjectStore } from '../objects/openObjectStore.ts';
import { countFacets } from './countFacets.ts';
import { countOverTime } from './countOverTime.ts';
import { groupPatterns } from './groupPatterns.ts';
import { openEngine, TooSlow } from './openEngine.ts';
import { openRecordArchive, type RecordArchive } from './openRecordArchive.ts';
import { readAround } from './readAround.ts';
import { FACETS, type RecordFilter } from './recordFilter.ts';
import type { RecordRow } from './recordRow.ts';
import { searchRecords } from './searchRecords.ts';

interface Made {
  at: number | null;
  source: string;
  path: string;
  line: number;
  service: string;
  host: string;
  level: Level;
  kind: string;
  name: string;
  body: string;
  traceId: string;
  attributes: string;
}

const WORDS = ['timeout', 'Timeout', 'ORDER', "o'brien", '100%', 'a_b', '$1', 'ünïcode', '‹key:k7f3›', ''];
const word = fc.constantFrom(...WORDS);
const made: fc.Arbitrary<Made> = fc.record({
  at: fc.option(fc.integer({ min: 1_700_000_000_000_000, max: 1_700_000_000_000_400 }), { freq: 8 }),
  source: fc.constantFrom('s1', 's2', "s'3"),
  path: fc.constantFrom('a.log', 'b.log'),
  line: fc.integer({ min: 1, max: 40 }),
  service: fc.constantFrom('web', 'db', ''),
  host: fc.constantFrom('h1', ''),
  level: fc.constantFrom('info', 'error', 'fatal', ''),
  kind: fc.constantFrom('log', 'span'),
  name: word,
  body: fc.array(word, { maxLength: 4 }).map(words => words.join(' ')),
  traceId: fc.constantFrom('', 't1', 't2'),
  attributes: fc.constantFrom('', '{"pod":"Timeout-1"}'),
});
const chosen = <T extends string>(...words: T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }), { nil: undefined });
const instant = fc.option(fc.integer({ min: 1_700_000_000_000_000, max: 1_700_000_000_000_400 }), {
  nil: undefined,
});
const filter: fc.Arbitrary<RecordFilter> = fc.record({
  text: fc.option(word, { nil: undefined }),
  not: fc.option(word, { nil: undefined, freq: 1 }),
  traceId: fc.option(fc.constantFrom('t1', 't2'), { nil: undefined, freq: 1 }),
  source: chosen('s1', "s'3"),
  service: chosen('web', ''),
  host: chosen('h1'),
  path: chosen('a.log'),
  level: chosen('error', 'fatal', ''),
  kind: chosen('log'),
  from: instant,
  to: instant,
});

let folder: string;
let archive: RecordArchive;
let instance: DuckDBInstance;
let put: (path: string) => Promise<string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
  const objects = await openObjectStore({ kind: 'files', folder: join(folder, 'objects') });
  archive = openRecordArchive({ objects, folder: join(folder, 'local') });
  instance = await DuckDBInstance.create(':memory:');
  put = async path => (await objects.put(await readFile(path), { prefix: 'readings/one' })).key;
});
afterAll(async () => {
  archive.close();
  instance.closeSync();
  await rm(folder, { recursive: true });
});

/** A frozen file of the records, in time as the recorder writes it; the numbers are the places. */
async function freeze(
  records: readonly Made[],
): Promise<{ key: string; rows: (Made & { number: number })[] }> {
  const sorted = records.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0);
  const columns: Record<string, string> = {
    at: 'make_timestamptz("at"::bigint)',
    trace_id: '"traceId"',
    at_raw: "''",
    precision: "'us'",
    span_id: "''",
    parent_span_id: "''",
    duration_us: 'null::bigint',
    value: 'null::double',
    clock_correction_us: '0::bigint',
    clock_uncertainty_us: 'null::bigint',
  };
  const json = join(folder, 'records.json');
  const parquet = join(folder, 'records.parquet');
  await writeFile(json, sorted.map((record, number) => JSON.stringify({ ...record, number })).join('\n'));
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  const types = `{number: 'integer', "at": 'bigint', source: 'varchar', path: 'varchar', line: 'integer', service: 'varchar', host: 'varchar', level: 'varchar', kind: 'varchar', name: 'varchar', body: 'varchar', "traceId": 'varchar', attributes: 'varchar'}`;
  await connection.run(
    `copy (select ${RECORD_COLUMNS.map(([name]) => `${columns[name] ?? `"${name}"`} as "${name}"`).join(', ')}
    from read_json('${json}', format = 'newline_delimited', columns = ${types}) order by number) to '${parquet}' (format parquet)`,
  );
  connection.closeSync();
  return { key: await put(parquet), rows: sorted.map((record, number) => ({ ...record, number })) };
}

/** The filter again, row by row. */
function fits(record: Made, asked: RecordFilter, without?: string): boolean {
  const holds = (text: string) =>
    [record.body, record.name, record.attributes].some(field =>
      field.toLowerCase().includes(text.toLowerCase()),
    );
  return (
    (['source', 'service', 'host', 'path', 'level', 'kind'] as const).every(
      field => field === without || !asked[field] || asked[field].includes(record[field]),
    ) &&
    (!asked.text || holds(asked.text)) &&
    (!asked.not || !holds(asked.not)) &&
    (asked.traceId === undefined || record.traceId === asked.traceId) &&
    (asked.from === undefined || (record.at !== null && record.at >= asked.from)) &&
    (asked.to === undefined || (record.at !== null && record.at < asked.to))
  );
}

async function searchAll(key: string, asked: RecordFilter, order: 'oldest' | 'newest'): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (;;) {
    const page = await searchRecords(archive, key, {
      filter: asked,
      order,
      after: rows.at(-1)?.number,
      most: 7,
    });
    rows.push(...page);
    if (page.length < 7) return rows;
  }
}

const shown = ({ number, at, body, source, level }: RecordRow | (Made & { number: number })) => ({
  number,
  at,
  body,
  source,
  level,
});

test('searching, counting and grouping give what a filter row by row gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(made, { maxLength: 60 }), filter, async (records, asked) => {
      const { key, rows } = await freeze(records);
      const expected = rows.filter(row => fits(row, asked));
      expect((await searchAll(key, asked, 'oldest')).map(shown)).toEqual(expected.map(shown));
      expect((await searchAll(key, asked, 'newest')).map(shown)).toEqual(expected.toReversed().map(shown));

      const facets = await countFacets(archive, key, asked);
      expect(facets.records).toBe(expected.length);
      for (const facet of FACETS) {
        const counts = new Map<string, number>();
        for (const row of rows)
          if (fits(row, asked, facet)) counts.set(row[facet], (counts.get(row[facet]) ?? 0) + 1);
        expect(new Map(facets.words[facet].map(({ value, records: n }) => [value, n]))).toEqual(counts);
      }

      const { counts, errors, withoutTime } = await countOverTime(archive, key, asked, 10);
      const timed = expected.filter(({ at }) => at !== null);
      const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
      expect(sum(counts)).toBe(timed.length);
      expect(sum(errors)).toBe(timed.filter(({ level }) => level === 'error' || level === 'fatal').length);
      expect(withoutTime).toBe(expected.length - timed.length);
      expect(counts.length).toBeLessThanOrEqual(10);

      const grouped = await groupPatterns(archive, key, asked, 200);
      expect(sum(grouped.patterns.map(pattern => pattern.records))).toBe(expected.length);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('beside a record stand those of its file, in its order', async () => {
  const records = Array.from(
    { length: 30 },
    (_, n): Made => ({
      at: 1_700_000_000_000_000 + (n % 2 === 0 ? n : 100 - n),
      source: 's1',
      path: n % 3 === 0 ? 'b.log' : 'a.log',
      line: n,
      service: '',
      host: '',
      level: '',
      kind: 'log',
      name: '',
      body: `line ${n}`,
      traceId: '',
      attributes: '',
    }),
  );
  const { key, rows } = await freeze(records);
  const { number } = rows.find(({ line }) => line === 10)!;
  const around = await readAround(archive, key, { number, before: 2, after: 3 });
  expect(around.map(({ line }) => line)).toEqual([7, 8, 10, 11, 13, 14]);
  expect(await readAround(archive, key, { number: 30, before: 2, after: 2 })).toEqual([]);
});

test('records that differ in numbers and tokens only are one pattern', async () => {
  const bodies = [
    'GET /a/17 took 3 ms',
    'GET /a/4711 took 12 ms',
    'user ‹mail:abcd› left',
    'user ‹mail:efgh› left',
  ];
  const { key } = await freeze(
    bodies.map(body => ({ ...fc.sample(made, { numRuns: 1, seed: 1 })[0]!, body, level: 'info' as const })),
  );
  const { patterns } = await groupPatterns(archive, key, {}, 10);
  expect(patterns.map(({ pattern, records }) => [pattern, records])).toEqual([
    ['GET /a/# took # ms', 2],
    ['user # left', 2],
  ]);
});

test('a query that takes too long is given up, and the engine goes on', async () => {
  const engine = openEngine({ folder: join(folder, 'spill'), atOnce: 1, longest: 200 });
  const endless = 'select sum(sin(i)) as total from range(10000000000) t(i)';
  await expect(engine.rowsOf(endless, {})).rejects.toThrow(TooSlow);
  expect(await engine.rowsOf('select $n as n', { n: 7 })).toEqual([{ n: 7 }]);
  const gone = new AbortController();
  const asked = engine.rowsOf(endless, {}, gone.signal);
  gone.abort(new Error('gone'));
  await expect(asked).rejects.toThrow('gone');
  engine.close();
});
