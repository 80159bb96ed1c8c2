import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchRecords } from '../records/searchRecords.ts';
import { openTestArchive, type TestArchive } from './archiveOf.testing.ts';
import { measureCalls } from './measureCalls.ts';
import { measureVersions } from './measureVersions.ts';
import { measureVersionsOverTime } from './measureVersionsOverTime.ts';

const TRAIN_TICKET = fileURLToPath(
  new URL('../../../examples/train-ticket/evidence/traces', import.meta.url),
);
const FAULT = Date.UTC(2023, 0, 30, 12, 7, 12) * 1000;
const T = Date.UTC(2026, 0, 1, 12) * 1000;

let made: TestArchive;
let outage: string;
let requests: PlainRequest[];

interface PlainRequest {
  caller: string | undefined;
  service: string;
  at: number;
  durationUs: number;
  pod: string;
}

beforeAll(async () => {
  made = await openTestArchive();
  outage = await made.freezeFiles([TRAIN_TICKET]);
  requests = await readRequests(outage);
}, 60_000);
afterAll(() => made.close());

/** The spans whose caller is another service or nobody, found one by one. */
async function readRequests(key: string): Promise<PlainRequest[]> {
  const filter = { kind: ['span'] };
  const spans = await searchRecords(made.archive, key, { filter, order: 'oldest', most: 100_000 });
  const services = new Map(spans.map(({ traceId, spanId, service }) => [`${traceId} ${spanId}`, service]));
  return spans
    .map(({ traceId, parentSpanId, service, at, durationUs, attributes }) => ({
      caller: services.get(`${traceId} ${parentSpanId}`),
      service,
      at: at!,
      durationUs: durationUs!,
      pod: JSON.parse(attributes).pod as string,
    }))
    .filter(({ caller, service }) => caller !== service);
}

/** The value below which a share of the numbers lies, between two of them in proportion. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)]!;
  return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
}

function measuresOf(of: readonly PlainRequest[]) {
  if (of.length === 0) return null;
  const durations = of.map(({ durationUs }) => durationUs);
  const [p50Us, p90Us, p95Us, p99Us] = [0.5, 0.9, 0.95, 0.99].map(share => quantile(durations, share));
  return { requests: of.length, errors: 0, p50Us, p90Us, p95Us, p99Us };
}

const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === 'number' ? Math.round(part * 1e3) / 1e3 : part)),
  );

test('requests of a real outage are measured by service and pod template as sorting them does', async () => {
  const { versions, everyNth } = await measureVersions(made.archive, outage, { from: FAULT, most: 500 });
  expect(everyNth).toBe(1);
  const groups = Map.groupBy(requests, ({ service, pod }) => `${service} ${pod.split('-').at(-2)}`);
  expect(versions.length).toBe(groups.size);
  for (const { service, version, source, mark, now, before } of versions) {
    const own = groups.get(`${service} ${version}`)!;
    expect([source, mark]).toEqual(['template', `-${version}-`]);
    expect(rounded(now)).toEqual(rounded(measuresOf(own.filter(({ at }) => at >= FAULT))));
    expect(rounded(before)).toEqual(rounded(measuresOf(own.filter(({ at }) => at < FAULT))));
  }
});

test('calls between services of a real outage are measured as sorting them does', async () => {
  const { services, calls } = await measureCalls(made.archive, outage, { from: FAULT });
  const byService = Map.groupBy(requests, ({ service }) => service);
  expect(services.map(({ service }) => service).sort()).toEqual([...byService.keys()].sort());
  const byCall = Map.groupBy(
    requests.filter(({ caller }) => caller !== undefined),
    ({ caller, service }) => `${caller} ${service}`,
  );
  expect(calls.map(({ caller, callee }) => `${caller} ${callee}`).sort()).toEqual([...byCall.keys()].sort());
  for (const { caller, callee, now, before } of calls) {
    const own = byCall.get(`${caller} ${callee}`)!;
    expect(rounded(now)).toEqual(rounded(measuresOf(own.filter(({ at }) => at >= FAULT))));
    expect(rounded(before)).toEqual(rounded(measuresOf(own.filter(({ at }) => at < FAULT))));
  }
});

test('over time every request is in one bucket', async () => {
  const stretch = { from: FAULT, to: FAULT + 60e6 };
  const { versions } = await measureVersionsOverTime(made.archive, outage, {
    ...stretch,
    buckets: 12,
    most: 100,
  });
  const within = requests.filter(({ at }) => at >= stretch.from && at < stretch.to);
  const buckets = versions.flatMap(version => version.buckets.map(bucket => ({ ...bucket, ...version })));
  expect(buckets.reduce((sum, bucket) => sum + bucket.requests, 0)).toBe(within.length);
  for (const { service, at, requests: count, p95Us } of buckets) {
    const own = within.filter(one => one.service === service && one.at >= at && one.at < at + 5e6);
    expect([count, p95Us]).toEqual([
      own.length,
      expect.closeTo(
        quantile(
          own.map(one => one.durationUs),
          0.95,
        ),
        3,
      ),
    ]);
  }
});

const nanos = (at: number): string => `${at}000`;
const text = (key: string, value: string) => ({ key, value: { stringValue: value } });

/** One request a second to two versions; the second one, from the fifth second on, fails every other time. */
const OTLP = JSON.stringify({
  resourceSpans: Array.from({ length: 10 }, (_, second) => ({
    resource: {
      attributes: [
        text('service.name', 'checkout'),
        text('service.version', second < 5 ? '1.4.0' : '1.5.0'),
        text('k8s.pod.name', `checkout-64469b5b4${second < 5 ? 8 : 9}-5rjvb`),
      ],
    },
    scopeSpans: [
      {
        spans: [
          {
            traceId: `5b8efff798038103d269b633813fc6${second}0`,
            spanId: 'eee19b7ec3c1b174',
            name: 'POST /pay',
            kind: 2,
            startTimeUnixNano: nanos(T + second * 1e6),
            endTimeUnixNano: nanos(T + second * 1e6 + (second < 5 ? 10_000 : 90_000)),
            status: second >= 5 && second % 2 === 0 ? { code: 2 } : {},
          },
          {
            traceId: `5b8efff798038103d269b633813fc6${second}0`,
            spanId: 'eee19b7ec3c1b175',
            parentSpanId: 'eee19b7ec3c1b174',
            name: 'SELECT orders',
            kind: 3,
            startTimeUnixNano: nanos(T + second * 1e6 + 1_000),
            endTimeUnixNano: nanos(T + second * 1e6 + 3_000),
            attributes: [text('db.system', 'postgresql')],
          },
        ],
      },
    ],
  })),
});

test('versions that OpenTelemetry tells are set against each other, and a silent database is on the map', async () => {
  const key = await made.freezeFiles([await made.write({ 'spans.json': OTLP })]);
  const { versions } = await measureVersions(made.archive, key, { from: T + 5e6, most: 10 });
  expect(versions).toMatchObject([
    {
      version: '1.5.0',
      source: 'span',
      mark: '"service.version":"1.5.0"',
      now: { requests: 5, errors: 2, p50Us: 90_000 },
      before: null,
    },
    { version: '1.4.0', source: 'span', now: null, before: { requests: 5, errors: 0, p99Us: 10_000 } },
  ]);
  const { services, calls } = await measureCalls(made.archive, key, { from: T + 5e6 });
  expect(services).toMatchObject([
    { service: 'checkout', isSilent: false, now: { requests: 5, errors: 2 } },
    { service: 'postgresql', isSilent: true, now: { requests: 5, errors: 0, p50Us: 2_000 } },
  ]);
  expect(calls).toMatchObject([{ caller: 'checkout', callee: 'postgresql', before: { requests: 5 } }]);
});

const jaeger = (second: number, tags: object[]) => ({
  traceID: `a${second}`,
  spans: [
    {
      traceID: `a${second}`,
      spanID: 'b',
      operationName: 'GET /cart',
      startTime: T + second * 1e6,
      duration: 1_000,
      tags: [],
      processID: 'p',
    },
  ],
  processes: { p: { serviceName: 'cart', tags } },
});

test('where spans name no version, the deploy before them does; before the first one it is not known', async () => {
  const deploys = [
    {
      revision: 4,
      updated: new Date(T / 1000 + 4_000).toISOString(),
      status: 'deployed',
      chart: 'cart-0.9.0',
      app_version: '2.0.1',
      name: 'cart',
      description: 'Upgrade complete',
    },
  ];
  const traces = { data: [0, 2, 5, 6, 7].map(second => jaeger(second, [])) };
  const folder = await made.write({
    'traces.json': JSON.stringify(traces),
    'helm.json': JSON.stringify(deploys),
  });
  const { versions } = await measureVersions(made.archive, await made.freezeFiles([folder]), { most: 10 });
  expect(versions.map(({ version, source, now }) => [version, source, now?.requests])).toEqual([
    ['2.0.1', 'deploy', 3],
    ['', 'none', 2],
  ]);
});

test('the tag of an image is a version, wherever the span or its pod names it', async () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'cart-64469b5b48-5rjvb', namespace: 'shop', creationTimestamp: '2026-01-01T11:00:00Z' },
    spec: { containers: [{ name: 'cart', image: 'registry.example.org:5000/shop/cart:3.1' }] },
  };
  const tag = (key: string, value: string) => ({ key, type: 'string', value });
  const traces = {
    data: [
      jaeger(0, [tag('k8s.pod.name', 'cart-64469b5b48-5rjvb')]),
      jaeger(1, [tag('container.image.tag', '3.2')]),
      jaeger(2, [tag('container.image.name', 'shop/cart:3.3@sha256:00ff')]),
      jaeger(3, [tag('version', 'blue')]),
    ],
  };
  const folder = await made.write({ 'traces.json': JSON.stringify(traces), 'pod.json': JSON.stringify(pod) });
  const { versions } = await measureVersions(made.archive, await made.freezeFiles([folder]), { most: 10 });
  expect(versions.map(({ version, source }) => `${version} ${source}`).sort()).toEqual([
    '3.1 image',
    '3.2 span',
    '3.3 span',
    'blue span',
  ]);
});

test('Zipkin’s shared spans are a call from client to server', async () => {
  const span = (localEndpoint: object, more: object) => ({
    traceId: 'a1',
    id: 'b2',
    name: 'get',
    localEndpoint,
    ...more,
  });
  const spans = [
    span({ serviceName: 'web' }, { kind: 'CLIENT', timestamp: T, duration: 900 }),
    span({ serviceName: 'cart' }, { kind: 'SERVER', shared: true, timestamp: T + 100, duration: 700 }),
  ];
  const key = await made.freezeFiles([await made.write({ 'zipkin.json': JSON.stringify(spans) })]);
  const { calls } = await measureCalls(made.archive, key, {});
  expect(calls).toMatchObject([
    { caller: 'web', callee: 'cart', now: { requests: 1, p50Us: 700 }, before: null },
  ]);
});
