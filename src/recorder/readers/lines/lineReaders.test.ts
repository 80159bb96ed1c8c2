import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadRecord } from '../../../core/record.ts';
import { recogniseText } from '../recogniseText.ts';
import { TEXT_READERS } from '../text.ts';

const CONTEXT = { path: '', time: { zone: 'UTC', anchor: Date.UTC(2024, 5, 1) * 1000 } };
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

/** The name of the first reader that takes a line, and the fields of its record that are not empty. */
function readLine(line: string): Record<string, unknown> {
  for (const reader of TEXT_READERS) {
    const read = reader.read(line, CONTEXT);
    if (read !== undefined) return { reader: reader.name, ...fieldsOf([read].flat()[0]!) };
  }
  return {};
}

function fieldsOf({ at, atRaw, precision, zoned, kind, ...fields }: ReadRecord): Record<string, unknown> {
  if (at === undefined)
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const micros = String(at % 1000).padStart(3, '0');
  const iso = new Date(Math.floor(at / 1000)).toISOString().slice(0, -1) + micros;
  return {
    at: iso,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
}

/** Lines, and what must at least be read from them. */
const LINES: readonly (readonly [string, string, Record<string, unknown>])[] = [
  // NDJSON
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
  // containers
  [
    '{"log":"08:14:09.402 ERROR o.e.Orders#81 refused\\n","stream":"stdout","time":"2023-02-11T08:14:09.403117667Z"}',
    'docker-json',
    {
      at: '2023-02-11T08:14:09.403117',
      level: 'error',
      body: 'refused',
      attributes: { component: 'o.e.Orders', codeLine: 81, inner_time: '08:14:09.402', stream: 'stdout' },
    },
  ],
  [
    '2023-02-11T08:14:09.402948481Z stdout F {"level":"info","msg":"order accepted","latency":"12.4ms"}',
    'cri',
    {
      at: '2023-02-11T08:14:09.402948',
      level: 'info',
      body: 'order accepted',
      durationUs: 12_400,
      attributes: { stream: 'stdout' },
    },
  ],
  [
    '2023-02-11T08:14:09.402948481+01:00 stderr P the first 16 KiB',
    'cri',
    {
      at: '2023-02-11T07:14:09.402948',
      body: 'the first 16 KiB',
      attributes: { stream: 'stderr', partial: true },
    },
  ],
  [
    'orders-1  | 2023-02-11 08:14:09.402 ERROR cannot connect',
    'prefixed',
    { at: '2023-02-11T08:14:09.402000', level: 'error', service: 'orders', body: 'cannot connect' },
  ],
  [
    '[pod/orders-64469b5b48-5rjvb/server] {"level":"error","msg":"refused","time":1676103249}',
    'prefixed',
    {
      service: 'orders',
      level: 'error',
      attributes: { pod: 'orders-64469b5b48-5rjvb', container: 'server' },
    },
  ],
  // journal and cloud
  [
    '{"__REALTIME_TIMESTAMP":"1676103249402948","_HOSTNAME":"web-3","PRIORITY":"3","SYSLOG_IDENTIFIER":"orders","_PID":"1187","__CURSOR":"s=1","MESSAGE":[104,105]}',
    'journald-json',
    {
      at: '2023-02-11T08:14:09.402948',
      host: 'web-3',
      level: 'error',
      service: 'orders',
      body: 'hi',
      attributes: { _PID: '1187' },
    },
  ],
  [
    '{"messageType":"DATA_MESSAGE","logGroup":"/aws/lambda/orders","logStream":"s","logEvents":[{"id":"3","timestamp":1676103249402,"message":"START"}]}',
    'cloudwatch',
    { at: '2023-02-11T08:14:09.402000', service: 'orders', body: 'START' },
  ],
  // syslog
  [
    "<34>Oct 11 22:14:15 mymachine su[231]: 'su root' failed",
    'syslog',
    {
      at: '2023-10-11T22:14:15.000000',
      host: 'mymachine',
      service: 'su',
      level: 'fatal',
      body: "'su root' failed",
      attributes: { pid: 231, facility: 'auth' },
    },
  ],
  [
    'Feb 11 08:14:09 web-3 sshd(pam_unix)[1187]: authentication failure; logname= uid=0',
    'syslog',
    {
      host: 'web-3',
      service: 'sshd(pam_unix)',
      body: 'authentication failure; logname= uid=0',
      attributes: { pid: 1187 },
    },
  ],
  [
    'Jun  1 20:37:09 mac-7 com.apple.xpc.launchd[1] (com.apple.x.379): Path not allowed',
    'syslog',
    { service: 'com.apple.xpc.launchd' },
  ],
  [
    'Jun  1 20:37:09 mac-7 Microsoft Word[14463]: no licence',
    'syslog',
    { service: 'Microsoft Word', body: 'no licence' },
  ],
  ['Jun  1 20:37:09 web-3 syslogd 1.4.1: restart.', 'syslog', { service: 'syslogd', body: 'restart.' }],
  [
    'Jun  1 20:37:09 web-3 last message repeated 2 times',
    'syslog',
    { host: 'web-3', body: 'last message repeated 2 times' },
  ],
  [
    '2023-02-11T08:14:09.402948+01:00 web-3 systemd[1]: nginx.service: Failed',
    'syslog',
    { at: '2023-02-11T07:14:09.402948', host: 'web-3', service: 'systemd', body: 'nginx.service: Failed' },
  ],
  [
    'Feb 11 08:14:09 lb haproxy[14]: 10.2.0.17:41022 [11/Feb/2023:08:14:09.402] www api/api-2 0/0/1/5003/5004 504 217 - - sH-- 9/9/4/2/0 0/0 "GET /orders HTTP/1.1"',
    'syslog',
    { service: 'haproxy', level: 'error', durationUs: 5_004_000 },
  ],
  [
    `<165>1 2003-10-11T22:14:15.003Z web-3 orders 1187 ID47 [origin@32473 ip="10.2.0.3" trace_id="${TRACE}" q="a\\"b"] order refused`,
    'syslog-5424',
    {
      at: '2003-10-11T22:14:15.003000',
      host: 'web-3',
      service: 'orders',
      level: 'info',
      traceId: TRACE,
      body: 'order refused',
      attributes: { pid: 1187, message_id: 'ID47', ip: '10.2.0.3', q: 'a"b', facility: 'local4' },
    },
  ],
  [
    '117 <165>1 2003-10-11T22:14:15.003Z web-3 orders - - - order refused',
    'syslog-5424',
    { body: 'order refused' },
  ],
  // access
  [
    '10.2.0.17 - frank [11/Feb/2023:08:14:09 +0100] "GET /orders?page=2 HTTP/1.1" 503 217',
    'access',
    {
      at: '2023-02-11T07:14:09.000000',
      level: 'error',
      body: 'GET /orders?page=2 HTTP/1.1 503',
      attributes: {
        client: '10.2.0.17',
        user: 'frank',
        method: 'GET',
        path: '/orders?page=2',
        status: 503,
        bytes: 217,
      },
    },
  ],
  [
    'shop.example:443 10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "POST /orders HTTP/2.0" 201 17 "https://shop.example/" "curl \\"x\\"" rt=5.003',
    'access',
    { level: 'info', durationUs: 5_003_000 },
  ],
  ['10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "\\x16\\x03" 400 0 "-" "-"', 'access', { level: 'warn' }],
  [
    '10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "GET / HTTP/1.1" 200 1 "-" "curl" 12402',
    'access',
    { durationUs: 12_402 },
  ],
  // others
  [
    'E0211 08:14:09.402948       1 reflector.go:138] Failed to watch *v1.Node',
    'klog',
    {
      at: '2024-02-11T08:14:09.402948',
      level: 'error',
      body: 'Failed to watch *v1.Node',
      attributes: { thread: '1', caller: 'reflector.go:138' },
    },
  ],
  [
    `time=2023-02-11T08:14:09.402Z level=warn msg="slow \\"query\\"" service=orders trace_id=${TRACE} duration=5.003s`,
    'logfmt',
    { level: 'warn', service: 'orders', traceId: TRACE, body: 'slow "query"', durationUs: 5_003_000 },
  ],
  [
    '2023-02-11 08:14:09 [17] (main) ERROR cannot connect',
    'stamped',
    { level: 'error', body: 'cannot connect', attributes: { pid: '17', thread: 'main' } },
  ],
  [
    '2023-02-11 08:14:09 Error connecting to db',
    'stamped',
    { level: 'error', body: 'Error connecting to db' },
  ],
  [
    'so it was at 2023-02-11 08:14:09 that it began',
    'text',
    { at: '2023-02-11T08:14:09.000000', body: 'so it was at 2023-02-11 08:14:09 that it began' },
  ],
  ['[INFO] hello', 'text', { level: 'info', body: '[INFO] hello' }],
];

test.each(LINES)('%s is read as %s', (line, reader, fields) => {
  expect(readLine(line)).toMatchObject({ reader, ...fields });
});

describe('a line inside a container runtime’s', () => {
  const docker = TEXT_READERS.find(reader => reader.name === 'docker-json')!;
  const cri = TEXT_READERS.find(reader => reader.name === 'cri')!;

  test.each([
    [
      docker,
      '{"log":"\\tat com.example.Orders.close(Orders.java:81)\\n","stream":"stderr","time":"2023-02-11T08:14:09.4Z"}',
    ],
    [cri, '2023-02-11T08:14:09.402948481Z stderr F \tat com.example.Orders.close(Orders.java:81)'],
  ])('continues the record before when it is part of a trace', (reader, line) => {
    expect(reader.read(line, CONTEXT)).toBeUndefined();
    expect(reader.continues?.(line)).toBe(true);
    expect(reader.unwrap?.(line)).toBe('\tat com.example.Orders.close(Orders.java:81)');
  });
});

describe('the readers to try on a file', () => {
  const order = (lines: string[]): string[] => {
    const text = lines.join('\n');
    return recogniseText({ path: '', bytes: Buffer.from(text), text, lines, whole: true }).map(
      reader => reader.name,
    );
  };
  const syslog = 'Feb 11 08:14:09 web-3 sshd[1187]: Accepted publickey for deploy';
  const json = '{"level":"info","msg":"m","ts":1676103249}';

  test('begin with the one that reads most lines, and end with those that read any', () => {
    const names = order([syslog, syslog, json, syslog]);
    expect(names.slice(0, 2)).toEqual(['syslog', 'ndjson']);
    expect(names.slice(-2)).toEqual(['stamped', 'text']);
  });

  test('hold all formats, each once', () => {
    expect(order([json]).toSorted()).toEqual(TEXT_READERS.map(reader => reader.name).toSorted());
  });

  test('begin with plain text when no line has a form', () => {
    expect(order(['hello', 'world'])[0]).toBe('text');
  });

  test('are not misled by long traces', () => {
    const trace = Array.from({ length: 50 }, (_, i) => `\tat com.example.Orders.close(Orders.java:${i})`);
    const line = '2023-02-11 08:14:09,402 [main] ERROR com.example.Orders - refused';
    expect(order([line, 'java.lang.IllegalStateException: closed', ...trace, line])[0]).toBe('java');
  });
});

test('no reader throws on any text, and none takes a line for a batch of nothing', () => {
  const pieces = LINES.flatMap(([line]) => line.split(/(?<=[ "[{:])/));
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), {
        maxLength: 30,
      })
      .map(parts => parts.join('')),
    fc.json(),
  );
  fc.assert(
    fc.property(line, text => {
      for (const reader of TEXT_READERS) {
        const read = reader.read(text, CONTEXT);
        reader.continues?.(text);
        reader.unwrap?.(text);
        if (read === undefined) continue;
        expect(typeof [read].flat()[0]!.body).toBe('string');
      }
    }),
    { numRuns: 2000 },
  );
});

test('a JSON line that nests without end is kept as text', () => {
  expect(readLine(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`).reader).toBe('text');
});

test('very long lines are read in time that grows with their length only', () => {
  const pieces = [
    'a',
    ' ',
    '"',
    '\\"',
    '[',
    '(',
    '{"a":',
    'a=b ',
    '2023-01-30 ',
    '- ',
    '1',
    ': ',
    'trace_id ',
    '<34>',
    '\t',
  ];
  const started = performance.now();
  for (const piece of pieces) {
    const hostile = piece.repeat(Math.ceil(200_000 / piece.length));
    for (const start of [
      '',
      '2023-02-11 08:14:09 ',
      '{"msg":"',
      'Feb 11 08:14:09 web-3 ',
      '10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "',
    ]) {
      for (const reader of TEXT_READERS) {
        reader.read(start + hostile, CONTEXT);
        reader.continues?.(start + hostile);
      }
    }
  }
  expect(performance.now() - started).toBeLessThan(20_000);
});
