import { expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const AT = Date.UTC(2023, 0, 30, 11, 50) * 1000;

test.each([
  ['a list', [{ time: '2023-01-30T11:50:00Z', message: 'hi', level: 'warn' }]],
  [
    'an object with a list',
    { meta: 1, entries: [{ time: '2023-01-30T11:50:00Z', message: 'hi', level: 'warn' }] },
  ],
  [
    'a list under any name',
    { meta: { found: [{ time: '2023-01-30T11:50:00Z', message: 'hi', level: 'warn' }] } },
  ],
  ['one object', { time: '2023-01-30T11:50:00Z', message: 'hi', level: 'warn' }],
])('%s of timed entries becomes records', async (_, content) => {
  const { reader, records, unread } = await readAll(JSON.stringify(content, null, 2));
  expect([reader, unread]).toEqual(['json', []]);
  expect(records).toMatchObject([{ at: AT, kind: 'log', body: 'hi', level: 'warn' }]);
});

test('a title and a severity make an alert, alone or in a list', async () => {
  const alert = {
    title: 'Disk full',
    severity: 'high',
    triggeredAt: '2023-01-30T11:50:00Z',
    status: 'open',
    description: 'x',
  };
  for (const content of [alert, [alert], { found: [alert] }]) {
    const { reader, records } = await readAll(JSON.stringify(content));
    expect(reader).toBe('alerts');
    expect(records).toMatchObject([
      {
        at: AT,
        kind: 'alert',
        name: 'Disk full',
        level: 'error',
        body: 'x',
        attributes: { state: 'firing' },
      },
    ]);
  }
});

test('a logger with a name and a severity is no alert', async () => {
  const line = { time: '2023-01-30T11:50:00Z', name: 'cart', severity: 'ERROR', message: 'declined' };
  expect((await readAll(JSON.stringify([line]))).records).toMatchObject([{ kind: 'log', body: 'declined' }]);
});

test('an entry without a time is kept', async () => {
  const { records } = await readAll('{\n  "replicas": 3,\n  "image": "cart:1"\n}');
  expect(records).toMatchObject([{ at: undefined, kind: 'object', body: '{"replicas":3,"image":"cart:1"}' }]);
});

test('what is not an object is counted', async () => {
  const { records, unread } = await readAll('[\n1,\n{"time":"2023-01-30T11:50:00Z","message":"hi"}\n]');
  expect([records.length, unread]).toEqual([1, [{ line: 2, text: '1', why: 'not an object' }]]);
});

test('numbers and keys that JSON allows but few expect do no harm', async () => {
  const { records, unread } = await readAll(
    '[{"time":"2023-01-30T11:50:00Z","message":"hi","a":1e400,"b":-0,"a":5e-324,"__proto__":{"x":1},"c":"\\ud800"}]',
  );
  expect([records.length, unread]).toEqual([1, []]);
  expect(() => JSON.stringify(records)).not.toThrow();
});
