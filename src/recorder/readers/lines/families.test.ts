import { describe, expect, test } from 'vitest';
import type { ReadRecord } from '../../../core/record.ts';
import { recogniseText } from '../recogniseText.ts';
import { TEXT_READERS } from '../text.ts';
import { CLUSTER_FAMILIES } from './families/cluster.ts';
import { DEVICE_FAMILIES } from './families/device.ts';
import { GATEWAY_FAMILIES } from './families/gateway.ts';
import { JAVA_FAMILIES } from './families/java.ts';
import { NATIVE_FAMILIES } from './families/native.ts';
import { PROXY_FAMILIES } from './families/proxy.ts';
import { PYTHON_FAMILIES } from './families/python.ts';
import { STORE_FAMILIES } from './families/store.ts';
import { layoutOf, matchLayout } from './layout.ts';

const FAMILIES = [
  ...CLUSTER_FAMILIES,
  ...DEVICE_FAMILIES,
  ...GATEWAY_FAMILIES,
  ...JAVA_FAMILIES,
  ...NATIVE_FAMILIES,
  ...PROXY_FAMILIES,
  ...PYTHON_FAMILIES,
  ...STORE_FAMILIES,
];
const TIME = { zone: 'UTC', anchor: Date.UTC(2024, 5, 1) * 1000 };
const CONTEXT = { path: '', time: TIME };

/** What may be without a time: these sources write none. */
const TIMELESS = /^(?:[A-Z]+:|\w\/|\[ *\d+\.\d{6}\])/;

describe.each(FAMILIES)('$name', family => {
  test('has an example for each layout, which is the first to fit it', () => {
    const layouts = family.layouts.map(layout => layoutOf(layout, family.levels));
    const fits = family.examples.map(line => layouts.findIndex(layout => matchLayout(layout, line, TIME)));
    expect(fits).toEqual(family.layouts.map((_, index) => index));
  });

  test.each(family.examples)('reads %s before any other reader does', line => {
    const takers = TEXT_READERS.filter(reader => reader.read(line, CONTEXT) !== undefined);
    expect(takers[0]?.name).toBe(family.name);
    const record = takers[0]!.read(line, CONTEXT) as ReadRecord;
    expect(record.at === undefined).toBe(TIMELESS.test(line));
    expect(record.atRaw === '' || line.includes(record.atRaw)).toBe(true);
  });

  test('is recognised by its lines', () => {
    const text = family.examples.map(line => `${line}\n`).join('');
    const sample = { path: 'x', bytes: Buffer.from(text), text, lines: [...family.examples], whole: true };
    expect(recogniseText(sample)[0]?.name).toBe(family.name);
  });
});

/** The fields of the first reader's record that are not empty. */
function fieldsOf(line: string): Record<string, unknown> {
  for (const reader of TEXT_READERS) {
    const record = reader.read(line, CONTEXT);
    if (record === undefined) continue;
    const { atRaw, precision, zoned, kind, at, ...fields } = record as ReadRecord;
    const iso = at === undefined ? undefined : new Date(Math.floor(at / 1000)).toISOString().slice(0, -1);
    const known = Object.entries({ at: iso, ...fields }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(known);
  }
  return {};
}

test.each<[string, Record<string, unknown>]>([
  [
    '2016-04-02 10:31:09,274 - WARN  [QuorumPeer[myid=2]/0:0:0:0:0:0:0:0:2181:FastLeaderElection@774] - Notification time out: 3200',
    {
      at: '2016-04-02T10:31:09.274',
      level: 'warn',
      body: 'Notification time out: 3200',
      attributes: {
        thread: 'QuorumPeer[myid=2]/0:0:0:0:0:0:0:0:2181',
        component: 'FastLeaderElection',
        codeLine: 774,
      },
    },
  ],
  [
    '08:14:09.402 INFO  o.e.OrderServiceImpl#81 TraceID: 2ffbc4a03bbc5600a45841d05e452454 SpanID: 04ba577c01a08838 [create][order: 12]',
    {
      at: '2024-06-01T08:14:09.402',
      level: 'info',
      traceId: '2ffbc4a03bbc5600a45841d05e452454',
      spanId: '04ba577c01a08838',
      body: '[create][order: 12]',
      attributes: { component: 'o.e.OrderServiceImpl', codeLine: 81 },
    },
  ],
  [
    '2023-02-11 08:14:09.402  INFO [orders,4bf92f3577b34da6a3ce929d0e0e4736,00f067aa0ba902b7] 1 --- [nio-8080-exec-3] c.e.OrderController : order accepted',
    {
      at: '2023-02-11T08:14:09.402',
      level: 'info',
      service: 'orders',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      body: 'order accepted',
      attributes: { pid: 1, thread: 'nio-8080-exec-3', component: 'c.e.OrderController' },
    },
  ],
  [
    // The epoch says the zone that the stamp beside it lacks; the stamp says the fraction.
    'APPREAD 1118837570 2005.06.15 R11-M0 2005-06-15-05.12.50.107342 R11-M0 RAS APP FATAL ciod: failed to read message prefix',
    {
      at: '2005-06-15T12:12:50.107',
      host: 'R11-M0',
      level: 'fatal',
      body: 'ciod: failed to read message prefix',
      attributes: {
        alert: 'APPREAD',
        facility: 'RAS',
        component: 'APP',
      },
    },
  ],
  [
    '2023-02-11 08:14:09 UTC [1187] LOG:  duration: 5012.081 ms  statement: select 1',
    {
      at: '2023-02-11T08:14:09.000',
      level: 'info',
      service: 'postgresql',
      durationUs: 5_012_081,
      body: 'duration: 5012.081 ms  statement: select 1',
      attributes: { pid: 1187 },
    },
  ],
  [
    '1:M 11 Feb 2023 08:14:09.402 # Server is now ready to accept connections',
    {
      at: '2023-02-11T08:14:09.402',
      level: 'warn',
      service: 'redis',
      body: 'Server is now ready to accept connections',
      attributes: { pid: 1, role: 'M' },
    },
  ],
])('%s gives its fields', (line, fields) => {
  expect(fieldsOf(line)).toEqual(fields);
});
