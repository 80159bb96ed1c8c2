import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallPath } from '../../core/traces/callPath.ts';
import { searchRecords } from '../records/searchRecords.ts';
import { type MadeSpan, openTestArchive, type TestArchive } from './archiveOf.testing.ts';
import { mergeCallPaths } from './mergeCallPaths.ts';
import { type PlainCost, type PlainSpan, plainPaths } from './plainPaths.testing.ts';

const TRAIN_TICKET = fileURLToPath(
  new URL('../../../examples/train-ticket/evidence/traces', import.meta.url),
);
/** The injected fault: 2023-01-30T12:07:12Z. */
const FAULT = Date.UTC(2023, 0, 30, 12, 7, 12) * 1000;

let made: TestArchive;
beforeAll(async () => {
  made = await openTestArchive();
});
afterAll(() => made.close());

async function spansOf(key: string): Promise<PlainSpan[]> {
  const filter = { kind: ['span'] };
  const rows = await searchRecords(made.archive, key, { filter, order: 'oldest', most: 100_000 });
  return rows.flatMap(({ at, durationUs, ...row }) =>
    at === null || durationUs === null ? [] : [{ ...row, at, durationUs }],
  );
}

/** Paths as lines of services and operations. */
function byLine(paths: readonly CallPath[]): Map<string, PlainCost> {
  const lines = new Map<string, string>();
  const costs = new Map<string, PlainCost>();
  for (const path of paths) {
    const line = `${path.above === null ? '' : lines.get(path.above)}/${path.service} ${path.operation}`;
    lines.set(path.id, line);
    if (path.calls + path.callsBefore === 0) continue;
    const { calls, errors, ownUs, callsBefore, errorsBefore, ownUsBefore } = path;
    costs.set(line, [calls, errors, ownUs, callsBefore, errorsBefore, ownUsBefore]);
  }
  return costs;
}

function expectSame(found: Map<string, PlainCost>, expected: Map<string, PlainCost>): void {
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [line, cost] of expected)
    for (const [place, value] of cost.entries()) expect(found.get(line)![place], line).toBeCloseTo(value, 3);
}

test('spans of a real outage are merged as walking each trace one by one does', async () => {
  const key = await made.freezeFiles([TRAIN_TICKET]);
  const spans = await spansOf(key);
  expect(spans.length).toBeGreaterThan(9_000);
  const named = spans.map(span => ({ ...span, name: span.name.replace(/([/=:#])[0-9]+\b/g, '$1#') }));
  for (const service of [undefined, 'ts-basic-service']) {
    const asked = { from: FAULT, service };
    const merged = await mergeCallPaths(made.archive, key, asked);
    expectSame(byLine(merged.paths), plainPaths(named, asked, service));
    expect(merged).toMatchObject({ leftOut: 0, everyNth: 1 });
    if (service) continue;
    const traces = new Set(spans.filter(({ at }) => at >= FAULT).map(({ traceId }) => traceId));
    expect(merged.traces).toBe(traces.size);
  }
});

test('own times add up to the durations of the requests', async () => {
  const key = await made.freezeFiles([TRAIN_TICKET]);
  const { paths } = await mergeCallPaths(made.archive, key, {});
  const sum = (pick: (path: CallPath) => number) => paths.reduce((total, path) => total + pick(path), 0);
  const requests = sum(path => (path.above === null ? path.sumUs : 0));
  expect(sum(({ ownUs }) => ownUs) / requests).toBeCloseTo(1, 6);
});

const id = fc.constantFrom('', 'a', 'b', 'c', 'd', 'e');
const span: fc.Arbitrary<MadeSpan> = fc.record({
  at: fc.integer({ min: 0, max: 60 }).map(at => 1_700_000_000_000_000 + at),
  traceId: fc.constantFrom('t1', 't2'),
  spanId: id,
  parentSpanId: fc.oneof(id, fc.constant('gone')),
  service: fc.constantFrom('web', 'db'),
  name: fc.constantFrom('get', 'put'),
  durationUs: fc.integer({ min: 0, max: 40 }),
  level: fc.constantFrom('', 'error'),
  attributes: fc.constant(''),
});

test('whatever spans say of each other, they are merged as walking them one by one does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(span, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(undefined, 'db'),
      async (spans, service) => {
        const key = await made.freezeSpans(spans);
        const stretch = { from: 1_700_000_000_000_030, to: 1_700_000_000_000_050 };
        const { paths, leftOut } = await mergeCallPaths(made.archive, key, { ...stretch, service });
        expectSame(byLine(paths), plainPaths(await spansOf(key), stretch, service));
        expect(leftOut).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('client and server that share an id are one below the other, and copies of a span are one', async () => {
  const base = { traceId: 't', level: '', attributes: '', spanId: 'b', parentSpanId: 'a' };
  const at = 1_700_000_000_000_000;
  const spans: MadeSpan[] = [
    { ...base, spanId: 'a', parentSpanId: '', service: 'web', name: 'GET /', at, durationUs: 100 },
    { ...base, service: 'web', name: 'call', at: at + 10, durationUs: 80 },
    { ...base, service: 'shop', name: 'serve', at: at + 20, durationUs: 60 },
    {
      ...base,
      spanId: 'c',
      parentSpanId: 'b',
      service: 'shop',
      name: 'look up',
      at: at + 30,
      durationUs: 10,
    },
  ];
  const key = await made.freezeSpans([...spans, ...spans]);
  const { paths } = await mergeCallPaths(made.archive, key, {});
  expect(byLine(paths)).toEqual(
    new Map([
      ['/web GET /', [1, 0, 20, 0, 0, 0]],
      ['/web GET //web call', [1, 0, 20, 0, 0, 0]],
      ['/web GET //web call/shop serve', [1, 0, 50, 0, 0, 0]],
      ['/web GET //web call/shop serve/shop look up', [1, 0, 10, 0, 0, 0]],
    ]),
  );
});

test('ids and numbers within a name do not make operations', async () => {
  const names = [
    'GET /o/1',
    'GET /o/22',
    'v2 login',
    'job 0f8fad5b-d9cb-469f-a165-70867728950e',
    'job ‹mail:k7f3›',
    's3 put',
  ];
  const spans = names.map((name, place) => ({
    at: 1_700_000_000_000_000,
    traceId: `t${place}`,
    spanId: 'a',
    parentSpanId: '',
    service: 'web',
    name,
    durationUs: 1,
    level: '',
    attributes: '',
  }));
  const { paths } = await mergeCallPaths(made.archive, await made.freezeSpans(spans), {});
  expect(paths.map(({ operation, calls }) => [operation, calls]).sort()).toEqual([
    ['GET /o/#', 2],
    ['job #', 2],
    ['s3 put', 1],
    ['v2 login', 1],
  ]);
});

test('calls that go round in a circle are counted as left out', async () => {
  const base = {
    at: 1_700_000_000_000_000,
    traceId: 't',
    service: 'web',
    name: 'x',
    durationUs: 5,
    level: '',
    attributes: '',
  };
  const key = await made.freezeSpans([
    { ...base, spanId: 'a', parentSpanId: 'b' },
    { ...base, spanId: 'b', parentSpanId: 'a', name: 'y' },
    { ...base, spanId: 'c', parentSpanId: '', name: 'z' },
  ]);
  const merged = await mergeCallPaths(made.archive, key, {});
  expect([merged.paths.length, merged.leftOut]).toEqual([1, 2]);
});

test('calls at the same time share it, and what only waits for them has none of it', async () => {
  const at = 1_700_000_000_000_000;
  const base = {
    traceId: 't',
    level: '',
    attributes: '',
    service: 'web',
    at,
    durationUs: 90,
    parentSpanId: 'a',
  };
  const key = await made.freezeSpans([
    { ...base, spanId: 'a', parentSpanId: '', name: 'GET /', durationUs: 100 },
    { ...base, spanId: 'b', name: 'await' },
    { ...base, spanId: 'c', name: 'POST', service: 'shop' },
    { ...base, spanId: 'd', name: 'SELECT', attributes: '{"db.system":"mysql"}' },
  ]);
  const { paths } = await mergeCallPaths(made.archive, key, {});
  const own = Object.fromEntries(paths.map(({ operation, ownUs }) => [operation, ownUs]));
  expect(own).toEqual({ 'GET /': 10, await: 0, POST: 45, SELECT: 45 });
});
