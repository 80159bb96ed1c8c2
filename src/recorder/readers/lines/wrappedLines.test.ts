import { describe, expect, test } from 'vitest';
import { LINE_CONTEXT, type LineExample, readLine } from '../../../../test/harness/readLine.ts';
import { TEXT_READERS } from '../text.ts';

const LINES: readonly LineExample[] = [
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
  [
    '2023-02-11T08:14:09.402948481Z {"level":"error","msg":"refused","ts":1676103249.401}',
    'restamped',
    {
      at: '2023-02-11T08:14:09.402948',
      level: 'error',
      body: 'refused',
      attributes: { inner_time: '1676103249.401' },
    },
  ],
  [
    '2023-02-11T08:14:09.402948481Z E0211 08:14:09.401211       1 reflector.go:138] Failed to watch',
    'restamped',
    { at: '2023-02-11T08:14:09.402948', level: 'error', body: 'Failed to watch' },
  ],
  // journal and cloud
  [
    '{"__REALTIME_TIMESTAMP":"1676103249402948","_HOSTNAME":"web-3","PRIORITY":"3","SYSLOG_IDENTIFIER":"orders","_PID":"1187","__CURSOR":"s=1","MESSAGE":[104,105]}',
    'journal-json',
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
];

test.each(LINES)('%s is read as %s', (line, reader, fields) => {
  expect(readLine(line)).toMatchObject({ reader, ...fields });
});

test('a crash that a runtime reports is a record of its own', () => {
  expect(
    readLine('2023-02-11T08:14:09.402948481Z stderr F panic: runtime error: index out of range'),
  ).toMatchObject({
    reader: 'cri',
    at: '2023-02-11T08:14:09.402948',
    level: 'fatal',
    body: 'panic: runtime error: index out of range',
  });
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
    expect(reader.read(line, LINE_CONTEXT)).toBeUndefined();
    expect(reader.continues?.(line)).toBe(true);
    expect(reader.unwrap?.(line)).toBe('\tat com.example.Orders.close(Orders.java:81)');
  });
});
