import { expect, test } from 'vitest';
import { type LineExample, readLine } from '../../../../test/harness/readLine.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

const LINES: readonly LineExample[] = [
  [
    '{"level":30,"time":1676103249402,"pid":17,"hostname":"web-3","name":"orders","msg":"order accepted"}',
    'ndjson',
    {
      at: '2023-02-11T08:14:09.402000',
      level: 'info',
      host: 'web-3',
      service: 'orders',
      body: 'order accepted',
    },
  ],
  [
    `{"@timestamp":"2023-02-11T08:14:09.402Z","log.level":"WARN","service":{"name":"orders"},"trace":{"id":"${TRACE}"},"message":"slow","event":{"duration":5003000000}}`,
    'ndjson',
    { level: 'warn', service: 'orders', traceId: TRACE, body: 'slow', durationUs: 5_003_000 },
  ],
  [
    `{"severity":"ERROR","timestamp":"2023-02-11T08:14:09.402948Z","jsonPayload":{"message":"refused"},"resource":{"labels":{"pod_name":"orders-0","container_name":"server"}},"trace":"projects/p/traces/${TRACE}"}`,
    'ndjson',
    {
      at: '2023-02-11T08:14:09.402948',
      level: 'error',
      service: 'server',
      traceId: TRACE,
      body: 'refused',
      attributes: { pod: 'orders-0', container: 'server' },
    },
  ],
  [
    '{"timestamp":1676103249402948481,"dd":{"trace_id":"12345678901234567890","span_id":17446744073709551615,"service":"pay"},"status":"error","message":"x"}',
    'ndjson',
    {
      at: '2023-02-11T08:14:09.402948',
      level: 'error',
      service: 'pay',
      traceId: '12345678901234567890',
      spanId: '17446744073709551615',
    },
  ],
  [
    '{"instant":{"epochSecond":1676103249,"nanoOfSecond":402948481},"level":"INFO","loggerName":"x.Y","message":"m"}',
    'ndjson',
    { at: '2023-02-11T08:14:09.402948', level: 'info', body: 'm', attributes: { loggerName: 'x.Y' } },
  ],
  [
    '{"t":{"$date":"2023-02-11T08:14:09.402+00:00"},"s":"W","c":"NETWORK","msg":"slow","attr":{"durationMillis":12}}',
    'ndjson',
    { at: '2023-02-11T08:14:09.402000', level: 'warn', body: 'slow', durationUs: 12_000 },
  ],
  [
    '{"version":"1.1","host":"h1","short_message":"gelf","timestamp":1676103249.402,"level":3}',
    'ndjson',
    { at: '2023-02-11T08:14:09.402000', level: 'error', host: 'h1', body: 'gelf' },
  ],
  [
    '{"@t":"2023-02-11T08:14:09.4029488Z","@mt":"User {Id}","@l":"Warning","Id":5}',
    'ndjson',
    { level: 'warn', body: 'User {Id}', attributes: { Id: 5 } },
  ],
  [
    `{"ts":"2023-02-11T08:14:09Z","msg":"call","traceparent":"00-${TRACE}-${SPAN}-01"}`,
    'ndjson',
    { traceId: TRACE, spanId: SPAN },
  ],
  ['{"date":"2023-02-11","time":"08:14:09","msg":"m"}', 'ndjson', { at: '2023-02-11T08:14:09.000000' }],
  [
    '{"level":"constructor","__proto__":{"a":1},"msg":"m"}',
    'ndjson',
    { attributes: { level: 'constructor', '_proto_.a': 1 } },
  ],
  [
    `time=2023-02-11T08:14:09.402Z level=warn msg="slow \\"query\\"" service=orders trace_id=${TRACE} duration=5.003s`,
    'logfmt',
    { level: 'warn', service: 'orders', traceId: TRACE, body: 'slow "query"', durationUs: 5_003_000 },
  ],
];

test.each(LINES)('%s is read as %s', (line, reader, fields) => {
  expect(readLine(line)).toMatchObject({ reader, ...fields });
});

test('a JSON line that nests without end is kept as text', () => {
  expect(readLine(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`).reader).toBe('text');
});
