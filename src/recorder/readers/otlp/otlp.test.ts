import { PbfWriter } from 'pbf';
import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';
import { exponentialQuantiles } from './exponential.ts';

const TRACE = '5b8efff798038103d269b633813fc60c';
const SPAN = 'eee19b7ec3c1b174';
const PARENT = 'eee19b7ec3c1b173';
const text = (key: string, value: string) => ({ key, value: { stringValue: value } });

const resource = {
  attributes: [
    text('service.name', 'checkout'),
    text('host.name', 'checkout-64469b5b48-5rjvb'),
    text('k8s.node.name', 'node-3'),
    text('k8s.pod.name', 'checkout-64469b5b48-5rjvb'),
  ],
};

const LOGS = {
  resourceLogs: [
    {
      resource,
      scopeLogs: [
        {
          scope: { name: 'app' },
          logRecords: [
            {
              timeUnixNano: '1675079459971622667',
              severityNumber: 17,
              severityText: 'ERROR',
              body: { stringValue: 'card declined' },
              attributes: [{ key: 'tries', value: { intValue: '3' } }],
              traceId: TRACE,
              spanId: SPAN,
            },
          ],
        },
      ],
    },
  ],
};

const SPANS = {
  resourceSpans: [
    {
      resource,
      scopeSpans: [
        {
          spans: [
            {
              traceId: TRACE,
              spanId: SPAN,
              parentSpanId: PARENT,
              name: 'POST /pay',
              kind: 2,
              startTimeUnixNano: '1675079501299000000',
              endTimeUnixNano: '1675079501682364930',
              status: { code: 2, message: 'declined' },
              events: [
                {
                  timeUnixNano: '1675079501400000000',
                  name: 'exception',
                  attributes: [text('exception.message', 'boom')],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const METRICS = {
  resourceMetrics: [
    {
      resource,
      scopeMetrics: [
        {
          metrics: [
            {
              name: 'cpu',
              unit: '1',
              gauge: { dataPoints: [{ timeUnixNano: '1675079459000000000', asDouble: 0.5 }] },
            },
            {
              name: 'requests',
              sum: {
                aggregationTemporality: 2,
                isMonotonic: true,
                dataPoints: [{ timeUnixNano: '1675079459000000000', asInt: '42' }],
              },
            },
            {
              name: 'latency',
              histogram: {
                dataPoints: [
                  {
                    timeUnixNano: '1675079459000000000',
                    count: '3',
                    sum: 1.5,
                    bucketCounts: ['1', '2', '0'],
                    explicitBounds: [0.1, 1],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
};

describe('OTLP JSON', () => {
  test('a log record keeps its time to the microsecond, its ids and whose it is', async () => {
    const { reader, records, unread } = await readAll(JSON.stringify(LOGS));
    expect([reader, unread]).toEqual(['otlp-json', []]);
    expect(records).toMatchObject([
      {
        at: 1675079459971622,
        atRaw: '1675079459971622667',
        precision: 'ns',
        zoned: true,
        kind: 'log',
        host: 'node-3',
        service: 'checkout',
        level: 'error',
        traceId: TRACE,
        spanId: SPAN,
        body: 'card declined',
        attributes: { pod: 'checkout-64469b5b48-5rjvb', tries: 3 },
      },
    ]);
  });

  test('a span has its length, its kind and its status; its events are records of their own', async () => {
    const { records } = await readAll(JSON.stringify(SPANS));
    expect(records).toMatchObject([
      {
        kind: 'span',
        name: 'POST /pay',
        parentSpanId: PARENT,
        durationUs: 383364,
        level: 'error',
        body: 'declined',
        attributes: { 'span.kind': 'server', status: 'error' },
      },
      { kind: 'event', name: 'exception', spanId: SPAN, level: 'error', body: 'boom', at: 1675079501400000 },
    ]);
  });

  test('metrics become samples, histograms as counts, sums and buckets', async () => {
    const { records } = await readAll(JSON.stringify(METRICS));
    expect(records.map(({ name, value, attributes }) => [name, value, attributes?.le])).toEqual([
      ['cpu', 0.5, undefined],
      ['requests', 42, undefined],
      ['latency_count', 3, undefined],
      ['latency_sum', 1.5, undefined],
      ['latency_bucket', 1, '0.1'],
      ['latency_bucket', 3, '1'],
      ['latency_bucket', 3, '+Inf'],
    ]);
  });

  test('one request a line is read by lines', async () => {
    const { reader, records } = await readAll(`${JSON.stringify(LOGS)}\n${JSON.stringify(SPANS)}\n`);
    expect(reader).toBe('otlp-json-lines');
    expect(records.map(record => [record.kind, record.line])).toEqual([
      ['log', 1],
      ['span', 2],
      ['event', 2],
    ]);
  });

  test('snake case, older names, base64 ids and numbers instead of text mean the same', async () => {
    const old = {
      resource_spans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { string_value: 'checkout' } }] },
          instrumentation_library_spans: [
            {
              spans: [
                {
                  trace_id: Buffer.from(TRACE, 'hex').toString('base64'),
                  span_id: Buffer.from(SPAN, 'hex').toString('base64'),
                  start_time_unix_nano: 1675079501299000000,
                  end_time_unix_nano: 1675079501300000000,
                  kind: 'SPAN_KIND_CLIENT',
                  status: { code: 'STATUS_CODE_ERROR' },
                },
              ],
            },
          ],
        },
      ],
    };
    const { records } = await readAll(JSON.stringify(old, null, 2));
    expect(records).toMatchObject([
      {
        service: 'checkout',
        traceId: TRACE,
        spanId: SPAN,
        at: 1675079501299000,
        durationUs: 1000,
        level: 'error',
        attributes: { 'span.kind': 'client' },
      },
    ]);
  });
});

describe('OTLP protobuf', () => {
  type Write = (pbf: PbfWriter) => void;
  const message =
    (...fields: Write[]): Write =>
    pbf => {
      for (const field of fields) field(pbf);
    };
  const nest =
    (tag: number, ...fields: Write[]): Write =>
    pbf =>
      pbf.writeMessage(tag, (_: undefined, inner: PbfWriter) => message(...fields)(inner), undefined);
  const string =
    (tag: number, value: string): Write =>
    pbf =>
      pbf.writeStringField(tag, value);
  const bytes =
    (tag: number, hex: string): Write =>
    pbf =>
      pbf.writeBytesField(tag, Buffer.from(hex, 'hex'));
  const varint =
    (tag: number, value: number): Write =>
    pbf =>
      pbf.writeVarintField(tag, value);
  const double =
    (tag: number, value: number): Write =>
    pbf =>
      pbf.writeDoubleField(tag, value);
  const fixed =
    (tag: number, value: bigint): Write =>
    pbf => {
      pbf.writeTag(tag, 1);
      const eight = Buffer.alloc(8);
      eight.writeBigUInt64LE(value);
      for (let i = 0; i < 8; i += 4) pbf.writeFixed32(eight.readUInt32LE(i));
    };
  const pair = (tag: number, key: string, value: string) =>
    nest(tag, string(1, key), nest(2, string(1, value)));
  const encode = (...fields: Write[]): Uint8Array => {
    const pbf = new PbfWriter();
    message(...fields)(pbf);
    return pbf.finish();
  };

  const origin = nest(1, ...resource.attributes.map(({ key, value }) => pair(1, key, value.stringValue)));
  const logs = encode(
    nest(
      1,
      origin,
      nest(
        2,
        nest(1, string(1, 'app')),
        nest(
          2,
          fixed(1, 1675079459971622667n),
          varint(2, 17),
          string(3, 'ERROR'),
          nest(5, string(1, 'card declined')),
          nest(6, string(1, 'tries'), nest(2, varint(3, 3))),
          bytes(9, TRACE),
          bytes(10, SPAN),
        ),
      ),
    ),
  );
  const spans = encode(
    nest(
      1,
      origin,
      nest(
        2,
        nest(
          2,
          bytes(1, TRACE),
          bytes(2, SPAN),
          bytes(4, PARENT),
          string(5, 'POST /pay'),
          varint(6, 2),
          fixed(7, 1675079501299000000n),
          fixed(8, 1675079501682364930n),
          nest(
            11,
            fixed(1, 1675079501400000000n),
            string(2, 'exception'),
            pair(3, 'exception.message', 'boom'),
          ),
          nest(15, string(2, 'declined'), varint(3, 2)),
        ),
      ),
    ),
  );
  const metrics = encode(
    nest(
      1,
      origin,
      nest(
        2,
        nest(
          2,
          string(1, 'cpu'),
          string(3, '1'),
          nest(5, nest(1, fixed(3, 1675079459000000000n), double(4, 0.5))),
        ),
        nest(
          2,
          string(1, 'requests'),
          nest(7, nest(1, fixed(3, 1675079459000000000n), fixed(6, 42n)), varint(2, 2), varint(3, 1)),
        ),
        nest(
          2,
          string(1, 'latency'),
          nest(
            9,
            nest(
              1,
              fixed(3, 1675079459000000000n),
              fixed(4, 3n),
              double(5, 1.5),
              pbf => pbf.writePackedFixed64(6, [1, 2, 0]),
              pbf => pbf.writePackedDouble(7, [0.1, 1]),
            ),
          ),
        ),
      ),
    ),
  );
  const prefix = (bytes: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const delimit = (bytes: Uint8Array) => {
    const pbf = new PbfWriter();
    pbf.writeVarint(bytes.length);
    return Buffer.concat([pbf.finish(), bytes]);
  };

  test.each([
    ['logs', logs, LOGS],
    ['traces', spans, SPANS],
    ['metrics', metrics, METRICS],
  ])('%s give the records that their JSON gives', async (_, binary, json) => {
    const fromBinary = await readAll(binary, { size: 10 });
    const fromJson = await readAll(JSON.stringify(json));
    expect(fromBinary.reader).toBe('otlp-protobuf');
    expect(fromBinary.unread).toEqual([]);
    expect(fromBinary.records).toEqual(fromJson.records);
  });

  test.each([
    ['behind four bytes of length', prefix],
    ['behind a varint of length', delimit],
    ['bare', (bytes: Uint8Array) => bytes],
  ])('many messages, %s, are all read', async (_, frame) => {
    const { records, unread } = await readAll(Buffer.concat([logs, spans, metrics].map(frame)), {
      size: 100,
    });
    expect(unread).toEqual([]);
    expect(records.map(record => record.kind)).toEqual(['log', 'span', 'event', ...Array(7).fill('metric')]);
  });

  test('a cut-off file gives the whole batches and says what is missing', async () => {
    const { records, unread } = await readAll(Buffer.concat([logs, spans]).subarray(0, logs.length + 40));
    expect(records).toHaveLength(1);
    expect(unread.map(entry => entry.why)).toEqual(['the last 40 bytes are not a whole batch']);
  });
});

test('quantiles of an exponential histogram lie in the right buckets', () => {
  const quantiles = exponentialQuantiles({ scale: 0, positive: { offset: 0, bucketCounts: [50, 45, 5] } });
  expect(quantiles.map(([quantile, value]) => [quantile, Math.floor(Math.log2(value))])).toEqual([
    [0.5, 0],
    [0.9, 1],
    [0.99, 2],
  ]);
});
