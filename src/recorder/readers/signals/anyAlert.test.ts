import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';
import { HOST_PAYLOADS } from './hostPayloads.testing.ts';
import { PLATFORM_PAYLOADS } from './platformPayloads.testing.ts';

describe('payloads of vendors that nobody described are alerts', () => {
  test.each([...HOST_PAYLOADS, ...PLATFORM_PAYLOADS])('%s', async (_, payload, { state, ...expected }) => {
    const filings = [
      JSON.stringify(payload),
      JSON.stringify(payload, null, 2),
      JSON.stringify([payload, payload]),
      `${JSON.stringify(payload)}\n${JSON.stringify(payload)}\n`,
      JSON.stringify({ ALERTS: { sample: { payload, parameters: {} } } }),
    ];
    for (const filing of filings) {
      const { records } = await readAll(filing);
      expect(records[0]).toMatchObject({ kind: 'alert', ...expected });
      if (state !== undefined) expect(records[0]?.attributes?.state).toBe(state);
    }
  });
});

test.each([
  { time: '2023-01-30T11:52:00Z', level: 'error', message: 'alert not sent', alert_id: 7 },
  { timestamp: '2023-01-30T11:52:00Z', severity: 'INFO', message: 'monitor started', status: 'ok' },
  { ts: 1675079520, lvl: 'warn', msg: 'problem with x', name: 'cart', state: 'open' },
  { time: '2023-01-30T11:52:00Z', event: 'order_created', status: 'open', name: 'o-81' },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cart-0' }, status: { phase: 'Failed' } },
])('what only speaks of alerts is none: %j', async payload => {
  const { records } = await readAll(JSON.stringify(payload));
  expect(records.map(({ kind }) => kind)).not.toContain('alert');
});
