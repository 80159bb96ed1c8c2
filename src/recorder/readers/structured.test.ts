import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAll } from '../../../test/harness/readAll.ts';
import type { ReadRecord } from '../../core/record.ts';
import { LOGS, METRICS, SPANS } from './otlp/examples.testing.ts';
import { STRUCTURED_READERS } from './structured.ts';

const corpus = (name: string) =>
  readFileSync(new URL(`../../../test/corpus/${name}`, import.meta.url), 'utf8').slice(0, 8000);

/** One content of each family, as values where mutation can go inside. */
const VALUES: readonly unknown[] = [
  LOGS,
  SPANS,
  METRICS,
  {
    data: {
      resultType: 'matrix',
      result: [{ metric: { a: 'b' }, values: [[1, '2']], histogram: [1, { buckets: [[0, '1', '2', '3']] }] }],
    },
  },
  {
    data: {
      resultType: 'streams',
      result: [{ stream: { a: 'b' }, values: [['1675079459971622667', 'x', { a: 'b' }]] }],
    },
  },
  {
    data: [
      {
        traceID: 'a',
        spans: [
          {
            traceID: 'a',
            spanID: 'b',
            operationName: 'x',
            startTime: 1,
            tags: [{ key: 'a' }],
            logs: [{ fields: [] }],
            processID: 'p',
          },
        ],
        processes: { p: { tags: [] } },
      },
    ],
  },
  [
    {
      traceId: 'a',
      id: 'b',
      timestamp: 1,
      duration: 2,
      localEndpoint: { serviceName: 'x' },
      annotations: [{ timestamp: 1 }],
    },
  ],
  {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { kind: 'Event', involvedObject: { kind: 'Pod', name: 'x' }, count: 2 },
      {
        kind: 'Pod',
        metadata: { managedFields: [{}] },
        status: { conditions: [{}], containerStatuses: [{ state: { terminated: {} } }] },
      },
    ],
  },
  {
    alerts: [
      { status: 'firing', labels: { alertname: 'x' }, annotations: {}, startsAt: '2023-01-30T11:50:00Z' },
    ],
  },
  [
    {
      type: 'message',
      user: 'U1',
      text: '<@U1>',
      ts: '1675079459.123456',
      attachments: [{}],
      files: [{}],
      reactions: [{}],
    },
  ],
  {
    deployment_status: { state: 'x' },
    deployment: { id: 1 },
    repository: { full_name: 'a/b' },
    sender: { login: 'x' },
  },
  { object_kind: 'pipeline', project: { name: 'x' }, object_attributes: { status: 'failed' } },
  { hits: { hits: [{ _index: 'a', _source: { '@timestamp': '2023-01-30T11:50:00Z' } }] } },
];
const TEXTS = [
  ...VALUES.map(value => JSON.stringify(value)),
  corpus('signals/sentry.json'),
  corpus('nezha/log.csv'),
  corpus('nezha/trace.csv'),
  corpus('nezha/metric.csv'),
];

const JUNK = [null, 0, -1, 1e308, '', 'x', true, [], {}, [[]], [null], { a: null }];

/** Replaces about one part in `rarity` of a value by something of another type. */
function damaged(value: unknown, rarity: number, next: () => number): unknown {
  if (next() % rarity === 0) return JUNK[next() % JUNK.length];
  if (Array.isArray(value)) return value.map(inner => damaged(inner, rarity, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, damaged(inner, rarity, next)]));
}

function isSound(record: ReadRecord): boolean {
  const texts = [record.name, record.service, record.host, record.traceId, record.spanId, record.source];
  const numbers = [record.at, record.durationUs];
  return (
    typeof record.body === 'string' &&
    typeof record.atRaw === 'string' &&
    texts.every(text => text === undefined || typeof text === 'string') &&
    numbers.every(number => number === undefined || Number.isSafeInteger(number)) &&
    typeof JSON.stringify(record) === 'string'
  );
}

test('values of other types than a format says do no harm', async () => {
  const content = fc
    .tuple(fc.constantFrom(...VALUES), fc.integer({ min: 3, max: 30 }), fc.infiniteStream(fc.nat()))
    .map(([value, rarity, stream]) => JSON.stringify(damaged(value, rarity, () => stream.next().value)));
  await fc.assert(
    fc.asyncProperty(content, async text => {
      const { records } = await readAll(text);
      expect(records.filter(record => !isSound(record))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('contents cut off or with wrong bytes anywhere do no harm', async () => {
  const content = fc
    .tuple(fc.constantFrom(...TEXTS), fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean())
    .map(([text, at, byte, isCut]) => {
      const bytes = Buffer.from(text);
      bytes[at % bytes.length] = byte;
      return isCut ? bytes.subarray(0, at % bytes.length) : bytes;
    });
  await fc.assert(
    fc.asyncProperty(content, fc.integer({ min: 1, max: 5000 }), async (bytes, size) => {
      const { records } = await readAll(bytes, { size });
      expect(records.filter(record => !isSound(record))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('every reader has a name of its own', () => {
  const names = STRUCTURED_READERS.map(reader => reader.name);
  expect(new Set(names).size).toBe(names.length);
});
