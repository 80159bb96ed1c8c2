import { expect, test } from 'vitest';
import { readAll } from '../../../test/harness/readAll.ts';

const LOG =
  '{"level":"info","time":"2023-01-30T11:51:00Z","msg":"order accepted","alertness":1,"name":"orders"}';
const TIME = '2023-01-30T11:52:00Z';

/** What may stand between the lines of a program, and what it is. */
const STRANGERS: readonly [object, object][] = [
  [
    { status: 'firing', alerts: [{ status: 'firing', labels: { alertname: 'Slow' }, startsAt: TIME }] },
    { kind: 'alert', name: 'Slow' },
  ],
  [
    { title: 'Slow', severity: 'high', timestamp: TIME, description: 'p99' },
    { kind: 'alert', name: 'Slow' },
  ],
  [
    { specversion: '1.0', type: 'alert.fired', source: '/m', id: '1', time: TIME, message: 'x' },
    { kind: 'alert' },
  ],
  [
    {
      resourceLogs: [
        {
          scopeLogs: [{ logRecords: [{ timeUnixNano: '1675079520000000000', body: { stringValue: 'x' } }] }],
        },
      ],
    },
    { kind: 'log', body: 'x' },
  ],
  [
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'cart.1' },
      involvedObject: { kind: 'Pod', name: 'cart-0' },
      reason: 'BackOff',
      message: 'restarting',
      type: 'Warning',
      lastTimestamp: TIME,
    },
    { kind: 'event', name: 'BackOff' },
  ],
];

test.each(STRANGERS)('%j is known among the lines of a program', async (stranger, expected) => {
  const lines = [LOG, LOG, LOG, JSON.stringify(stranger), LOG];
  const { reader, records } = await readAll(lines.join('\n'));
  expect(reader).toBe('ndjson');
  expect(records.length).toBe(5);
  expect(records[3]).toMatchObject({ ...expected, at: Date.parse(TIME) * 1000 });
  expect(records[4]).toMatchObject({ kind: 'log', body: 'order accepted' });
});
