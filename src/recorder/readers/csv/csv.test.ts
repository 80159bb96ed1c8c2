import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const corpus = (name: string) =>
  readFileSync(new URL(`../../../../test/corpus/nezha/${name}.csv`, import.meta.url));

describe('tables of the Nezha set', () => {
  test('logs: row time, pod, host, ids; the line in the cell is read on', async () => {
    const { reader, records, unread } = await readAll(corpus('log'), { size: 1000 });
    expect([reader, records.length, unread]).toEqual(['csv', 120, []]);
    expect(records[0]).toMatchObject({
      at: 1675079459971622,
      atRaw: '1675079459971622667',
      precision: 'ns',
      zoned: true,
      kind: 'log',
      host: '33.33.33.80',
      service: 'ts-travel-service',
      level: 'info',
      traceId: '2ffbc4a03bbc5600a45841d05e452454',
      spanId: '04ba577c01a08838',
      attributes: {
        pod: 'ts-travel-service-64469b5b48-5rjvb',
        container: 'server',
        component: 't.s.TravelServiceImpl',
      },
      line: 2,
    });
    expect(records[0]?.body).toMatch(/^\[getTickets\]/);
  });

  test('traces: a parent called root is none, the length comes from start and end', async () => {
    const { records } = await readAll(corpus('trace'));
    expect(records).toHaveLength(200);
    expect(records.slice(0, 2)).toMatchObject([
      {
        kind: 'span',
        name: '/*',
        service: 'ts-gateway-service',
        parentSpanId: undefined,
        durationUs: 383364,
        at: 1675079501299000,
      },
      { parentSpanId: 'dd8e061dd1813199', durationUs: 382379 },
    ]);
  });

  test('metrics: a sample for each number, named as the header says, with its unit', async () => {
    const { records } = await readAll(corpus('metric'));
    // Three cells are empty.
    expect(records).toHaveLength(30 * 19 - 3);
    expect(records[1]).toMatchObject({
      at: 1675078794620460,
      kind: 'metric',
      service: 'ts-travel-service',
      name: 'CpuUsageRate(%)',
      value: 2.9556526959422023,
      attributes: { pod: 'ts-travel-service-64469b5b48-5rjvb', unit: '%' },
    });
    const front = await readAll(corpus('front_service'));
    expect(front.records[1]).toMatchObject({
      service: 'Frontend',
      name: 'LatencyP50(s)',
      attributes: { unit: 's' },
    });
  });

  test('a list of ids is no table', async () => {
    expect((await readAll(corpus('traceid'))).reader).not.toBe('csv');
  });
});

const at = (time: string) => Date.parse(time) * 1000;

describe('shapes', () => {
  test.each([
    [
      'log table with a level of its own, semicolons',
      'time;level;service;message\n2023-01-30 12:03:11.5;WARN;cart;"slow; very"\n2023-01-30 12:03:12;INFO;cart;ok\n',
      {
        at: at('2023-01-30T12:03:11.5Z'),
        kind: 'log',
        level: 'warn',
        service: 'cart',
        body: 'slow; very',
        zoned: false,
      },
    ],
    [
      'tabs, and unknown columns as attributes',
      'timestamp\thost\tmsg\tcolour\n2023-01-30T12:03:11Z\th1\thello\tred\n2023-01-30T12:03:12Z\th1\thello\tblue\n',
      { host: 'h1', body: 'hello', attributes: { colour: 'red' } },
    ],
    [
      'date and time of day in two columns',
      'Date,Time,Level,Message\n2023-01-30,12:03:11,ERROR,x\n2023-01-30,12:03:12,ERROR,y\n',
      { at: at('2023-01-30T12:03:11Z'), level: 'error', body: 'x' },
    ],
    [
      'spans in the manner of Jaeger exports, milliseconds said by the header',
      'traceID,spanID,parentSpanID,serviceName,operationName,startTime,duration_ms\na,b,,cart,GET /,1675079501299,12.5\na,c,b,cart,SQL,1675079501300,2\n',
      {
        kind: 'span',
        traceId: 'a',
        spanId: 'b',
        parentSpanId: undefined,
        durationUs: 12500,
        service: 'cart',
        name: 'GET /',
      },
    ],
    [
      'long metrics',
      'time,metric,value,pod\n1675079459,cpu,0.5,cart-64469b5b48-5rjvb\n1675079459,mem,7,cart-64469b5b48-5rjvb\n',
      { kind: 'metric', name: 'cpu', value: 0.5, service: 'cart', at: 1675079459000000 },
    ],
    [
      'wide metrics with names that could mean something else',
      'time,service,latency,errors\n2023-01-30T12:03:00Z,cart,12,0\n2023-01-30T12:04:00Z,cart,13,NaN\n',
      { kind: 'metric', name: 'latency', value: 12, service: 'cart' },
    ],
    [
      'a list of deploys',
      'deployed_at,service,version,author\n2023-01-30T12:03:00Z,cart,1.2.0,alice\n2023-01-30T13:03:00Z,front,3,bob\n',
      { kind: 'change', service: 'cart', body: 'version=1.2.0 author=alice' },
    ],
    [
      'a list of commits',
      'commit,author,date,message\n5779607,alice,2023-01-30T12:03:00Z,Raise pool\n89abcde,bob,2023-01-30T12:04:00Z,Fix\n',
      { kind: 'change', name: 'Raise pool', attributes: { commit: '5779607', author: 'alice' } },
    ],
    [
      'a list of incidents',
      'incident_number,description,service_name,urgency,created_on\n7,Cart is down,cart,high,2023-01-30T12:03:00Z\n8,Slow,cart,low,2023-01-30T12:04:00Z\n',
      { kind: 'alert', name: 'Cart is down', service: 'cart', at: at('2023-01-30T12:03:00Z') },
    ],
    [
      'Kubernetes events',
      'lastTimestamp,type,reason,object,message\n2023-01-30T12:03:00Z,Warning,BackOff,pod/x,Back-off\n2023-01-30T12:04:00Z,Normal,Pulled,pod/x,Pulled\n',
      { kind: 'event', name: 'BackOff', body: 'Back-off' },
    ],
    [
      'a chat',
      'timestamp,channel,user,text\n1675079459.123456,ops,alice,rolled back\n1675079460.123456,ops,bob,thanks\n',
      { kind: 'message', name: 'alice', body: 'rolled back', at: 1675079459123456 },
    ],
    [
      'a log viewer with its own way to write times',
      '@timestamp,message\n"Jan 30, 2023 @ 12:03:11.500",a\n"Jan 30, 2023 @ 12:03:12.500",b\n',
      { at: at('2023-01-30T12:03:11.5Z'), kind: 'log' },
    ],
    [
      'no header',
      '2023-01-30T12:03:11Z,h1,7,the quick brown fox jumps over\n2023-01-30T12:03:12Z,h1,8,the lazy dog that sleeps there\n2023-01-30T12:03:13Z,h1,9,and wakes up when it is too late\n',
      { kind: 'log', body: 'the quick brown fox jumps over', at: at('2023-01-30T12:03:11Z'), line: 1 },
    ],
  ])('%s', async (_, text, expected) => {
    for (const content of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')]) {
      const { reader, records, unread } = await readAll(content, { size: 7 });
      expect([reader, unread]).toEqual(['csv', []]);
      expect(records[0]).toMatchObject(expected);
    }
  });
});

test('gaps are no samples, rows that say nothing are counted', async () => {
  const { records, unread } = await readAll(
    'time,a,b\n1675079459,1,\n1675079460,,\n1675079461,NaN,2\n1675079462,1,2\n',
  );
  expect(records.map(({ name, value }) => [name, value])).toEqual([
    ['a', 1],
    ['b', 2],
    ['a', 1],
    ['b', 2],
  ]);
  expect(unread).toEqual([{ line: 3, text: '1675079460,,', why: 'no value in this row' }]);
});

test('a column that says the time again stands in where the best one fails', async () => {
  const rows =
    '2023-01-30T13:16:20.908Z,-6795364578871345152,x\n2023-01-30T13:16:21Z,1675084581000000000,y\n';
  const { records } = await readAll(`Timestamp,TimeUnixNano,Log\n${rows}${rows}`);
  expect(records[0]).toMatchObject({ at: at('2023-01-30T13:16:20.908Z'), precision: 'ms' });
});

test.each([
  [
    'a log with commas',
    '2023-01-30 12:03:11,123 INFO a, b\n2023-01-30 12:03:12,123 INFO a, c\n2023-01-30 12:03:13,123 INFO a, d\n',
  ],
  ['a table without times', 'name,age\nalice,30\nbob,40\n'],
  ['a table with numbers as long as a time', 'customer,phone\nalice,1675079459\nbob,1675079460\n'],
  ['prose', 'Dear all, this is a text\nwith some commas, here and there\nbut no table, at all\n'],
])('%s is no table', async (_, text) => {
  expect((await readAll(text)).reader).not.toBe('csv');
});
