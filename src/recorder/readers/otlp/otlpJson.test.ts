import { expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';
import { LOGS, METRICS, PARENT, SPAN, SPANS, TRACE } from './examples.testing.ts';

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
