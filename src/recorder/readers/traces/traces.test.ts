import { expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const SPAN = {
  traceID: 'a1',
  spanID: 'b2',
  operationName: 'GET /cart',
  references: [{ refType: 'CHILD_OF', traceID: 'a1', spanID: 'b1' }],
  startTime: 1675079501299000,
  duration: 383364,
  tags: [
    { key: 'span.kind', type: 'string', value: 'server' },
    { key: 'error', type: 'bool', value: true },
  ],
  logs: [
    {
      timestamp: 1675079501299500,
      fields: [
        { key: 'event', value: 'error' },
        { key: 'message', value: 'boom' },
      ],
    },
  ],
  processID: 'p1',
};
const PROCESS = { serviceName: 'cart', tags: [{ key: 'hostname', value: 'h1' }] };

test('Jaeger traces, as the API gives them', async () => {
  const { reader, records } = await readAll(
    JSON.stringify({ data: [{ traceID: 'a1', spans: [SPAN], processes: { p1: PROCESS } }], total: 0 }),
  );
  expect(reader).toBe('jaeger-json');
  expect(records).toMatchObject([
    {
      at: 1675079501299000,
      kind: 'span',
      host: 'h1',
      service: 'cart',
      level: 'error',
      traceId: 'a1',
      spanId: 'b2',
      parentSpanId: 'b1',
      durationUs: 383364,
      name: 'GET /cart',
      attributes: { 'span.kind': 'server' },
    },
    { at: 1675079501299500, kind: 'event', level: 'error', body: 'boom', spanId: 'b2' },
  ]);
});

test('Jaeger spans as they stand in an index, one a line', async () => {
  const line = JSON.stringify({ ...SPAN, process: { serviceName: 'cart', tags: [] } });
  const { reader, records } = await readAll(`${line}\n${line}\n`);
  expect([reader, records.length, records[0]?.service]).toEqual(['jaeger-json-lines', 4, 'cart']);
});

test('Zipkin spans, in one list or a list of traces', async () => {
  const span = {
    traceId: 'a1',
    id: 'b2',
    parentId: 'b1',
    kind: 'CLIENT',
    name: 'get',
    timestamp: 1675079501299000,
    duration: 207000,
    localEndpoint: { serviceName: 'front', ipv4: '10.0.0.1' },
    annotations: [{ timestamp: 1675079501299238, value: 'wr' }],
    tags: { error: 'timeout' },
  };
  for (const content of [[span], [[span], [span]]]) {
    const { reader, records } = await readAll(JSON.stringify(content));
    expect([reader, records.length]).toEqual(['zipkin-json', content.length * 2]);
    expect(records[0]).toMatchObject({
      service: 'front',
      host: '10.0.0.1',
      parentSpanId: 'b1',
      durationUs: 207000,
      level: 'error',
      body: 'timeout',
      attributes: { 'span.kind': 'client' },
    });
  }
});
