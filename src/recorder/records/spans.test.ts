import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_COLUMNS } from '../../core/record.ts';
import { openObjectStore } from '../objects/openObjectStore.ts';
import { listTraces } from './listTraces.ts';
import { measureSpans, measureSpansOverTime } from './measureSpans.ts';
import { openRecordArchive, type RecordArchive } from './openRecordArchive.ts';
import { readSeries } from './readSeries.ts';
import { searchRecords } from './searchRecords.ts';

const T = 1_700_000_000_000_000;
let folder: string;
let archive: RecordArchive;
let key: string;

/** A span every millisecond, ten traces of ten; the service `slow` takes ten times as long, the last trace fails. */
const SPANS = `select ${T} + i * 1000 as t, 'span' as kind, if(i % 10 = 3, 'slow', 'web') as service,
  'op' || (i % 10) as name, 't' || (i // 10) as trace_id, if(i % 10 = 3, 10000, 1000) as duration_us, null as "value",
  if(i >= 90, '{"http.status_code":503}', '') as attributes, i + 1 as line from range(100) r(i)`;
const SAMPLES = `select ${T} + i * 1000, 'metric', 'db', if(i % 2 = 0, 'cpu', 'disk'), '', null, i * 1.0, '', i + 1
  from range(400) r(i)`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spans-'));
  const objects = await openObjectStore({ kind: 'files', folder: join(folder, 'objects') });
  archive = openRecordArchive({ objects, folder: join(folder, 'local') });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  const given = ['kind', 'service', 'name', 'trace_id', 'duration_us', 'value', 'attributes', 'line'];
  const columns = RECORD_COLUMNS.map(([name, type]) =>
    name === 'at'
      ? 'make_timestamptz(t) as "at"'
      : given.includes(name)
        ? `"${name}"`
        : `${/char|text/i.test(type) ? "''" : `null::${type}`} as "${name}"`,
  );
  const parquet = join(folder, 'records.parquet');
  await connection.run(
    `copy (select ${columns.join(', ')} from (${SPANS} union all ${SAMPLES}) order by t, kind) to '${parquet}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  key = (await objects.put(await readFile(parquet), { prefix: 'readings/one' })).key;
});
afterAll(async () => {
  archive.close();
  await rm(folder, { recursive: true });
});

test('durations and failures are measured by service, the slowest first', async () => {
  const services = await measureSpans(archive, key, {}, 10);
  expect(services).toEqual([
    { service: 'slow', spans: 10, errors: 1, p50Us: 10_000, p95Us: 10_000, p99Us: 10_000 },
    { service: 'web', spans: 90, errors: 9, p50Us: 1_000, p95Us: 1_000, p99Us: 1_000 },
  ]);
  expect((await measureSpans(archive, key, { to: T + 90_000 }, 10)).map(({ errors }) => errors)).toEqual([
    0, 0,
  ]);
});

test('over time, every span is in one bucket, and empty buckets are left out', async () => {
  const stretch = { from: T, to: T + 200_000 };
  const buckets = await measureSpansOverTime(archive, key, stretch, 20);
  expect(buckets.map(({ spans }) => spans)).toEqual(Array.from({ length: 10 }, () => 10));
  expect(buckets.map(({ at }) => at - T)).toEqual(Array.from({ length: 10 }, (_, place) => place * 10_000));
  expect(buckets.at(-1)).toMatchObject({ errors: 10 });
});

test('a trace is measured over all its spans, whichever of them the filter found', async () => {
  const traces = await listTraces(archive, key, { service: ['slow'] }, { order: 'failed', most: 2 });
  expect(traces[0]).toEqual({
    traceId: 't9',
    at: T + 90_000,
    durationUs: 13_000,
    spans: 10,
    errors: 10,
    services: 2,
    service: 'web',
    name: 'op0',
  });
  expect(traces).toHaveLength(2);
  expect(await listTraces(archive, key, { service: ['db'] }, { order: 'slowest', most: 5 })).toEqual([]);
});

test('samples are thinned without losing any, each metric for itself', async () => {
  const series = await readSeries(archive, key, {}, { names: ['cpu', 'disk', 'none'], points: 20, most: 5 });
  expect(series.map(({ name, samples }) => [name, samples])).toEqual([
    ['cpu', 200],
    ['disk', 200],
  ]);
  for (const { times, values } of series) {
    expect(times.length).toBeLessThanOrEqual(20);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(values.toSorted((a, b) => a - b)).toEqual(values);
  }
  expect(
    (await readSeries(archive, key, {}, { names: ['cpu'], points: 500, most: 5 }))[0]?.values,
  ).toHaveLength(200);
});

test('a record is found by the line on which it begins', async () => {
  const rows = await searchRecords(archive, key, {
    filter: { line: 7, kind: ['span'] },
    order: 'oldest',
    most: 5,
  });
  expect(rows.map(({ name }) => name)).toEqual(['op6']);
});
