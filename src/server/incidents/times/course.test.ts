import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import {
  INCIDENT_STATES,
  INCIDENT_TRANSITIONS,
  type IncidentState,
  nextIncidentState,
} from '../../../core/lifecycle/incident.ts';

let server: TestServer;
let responder: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'] });
});
afterAll(() => server.close());

const declare = (times: object = {}) =>
  responder.client.incidents.declare({ title: 'Queue stands', severity: 'sev2', times });

test('an incident goes from declared to closed, each step with its time', async () => {
  const { id } = await declare();
  const { incidents } = responder.client;
  await incidents.acknowledge({ id });
  server.clock.forward(60_000);
  await incidents.mitigate({ id, reason: 'drained the queue by hand' });
  server.clock.forward(60_000);
  const restored = await incidents.restore({ id, at: server.clock.now().toISOString() });
  expect(restored.canGo).toEqual(['close', 'reopen']);
  const closed = await incidents.close({ id });
  expect(closed).toMatchObject({ state: 'closed', version: 5, canGo: ['reopen'] });
  expect(closed.durations.restore).toMatchObject({ us: null, reason: expect.stringContaining('started') });
});

test('a refused step says what to do instead', async () => {
  const { id } = await declare();
  await expect(responder.client.incidents.close({ id })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Restore the incident first'),
  });
});

test('a step may be backdated, and one that cannot have been then is refused', async () => {
  const { id } = await declare({ startedAt: '2026-03-02T09:00:00Z' });
  const { incidents } = responder.client;
  await expect(incidents.mitigate({ id, at: '2026-03-02T08:59:00Z' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(incidents.mitigate({ id, at: '2030-01-01T00:00:00Z' })).rejects.toMatchObject({
    code: 'invalid',
  });
  const mitigated = await incidents.mitigate({ id, at: '2026-03-02T09:30:00.000001Z' });
  expect(mitigated).toMatchObject({
    state: 'mitigated',
    times: { mitigatedAt: '2026-03-02T09:30:00.000001Z', acknowledgedAt: null },
    durations: { mitigate: { us: 1_800_000_001 } },
  });
});

test('reopening takes back the ends, and its reason stays in the history', async () => {
  const { id } = await declare();
  const { incidents } = responder.client;
  await incidents.restore({ id });
  const reopened = await incidents.reopen({ id, reason: 'The queue stands again.' });
  expect(reopened).toMatchObject({ state: 'acknowledged', times: { restoredAt: null } });
  const { items } = await incidents.timeChanges({ id });
  expect(items.map(({ name, cause, after }) => [name, cause, after !== null])).toEqual([
    ['declaredAt', 'declare', true],
    ['restoredAt', 'restore', true],
    ['restoredAt', 'reopen', false],
  ]);
  expect(items[2]).toMatchObject({ reason: 'The queue stands again.', changedBy: { id: responder.id } });
});

test('a time is corrected with a reason; what it was is kept', async () => {
  const { id } = await declare({ startedAt: '2026-03-02T09:00:00Z' });
  const correct = (times: object, reason: string) =>
    responder.client.incidents.correctTimes({ id, times, reason });
  await expect(correct({ startedAt: '2026-03-02T08:00:00Z' }, 'n/a')).rejects.toMatchObject({
    code: 'invalid',
  });
  const corrected = await correct(
    { startedAt: '2026-03-02T08:00:00Z' },
    'The first failed request is in the log.',
  );
  expect(corrected.times.startedAt).toBe('2026-03-02T08:00:00Z');
  const { items } = await responder.client.incidents.timeChanges({ id });
  expect(items.at(-1)).toMatchObject({
    name: 'startedAt',
    before: '2026-03-02T09:00:00Z',
    after: '2026-03-02T08:00:00Z',
    cause: 'correctTimes',
    reason: 'The first failed request is in the log.',
  });
  const unknown = await correct({ startedAt: null }, 'Nobody can say any more.');
  expect(unknown.times.startedAt).toBeNull();
  await expect(correct({ declaredAt: null }, 'It was never declared.')).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('whatever people try, the incident goes as the table of the core says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...INCIDENT_TRANSITIONS), { maxLength: 9 }), async tried => {
      const { id } = await declare();
      let state: IncidentState = 'declared';
      for (const transition of tried) {
        const step = nextIncidentState(state, transition);
        const answer = await responder.send('POST', `/incidents/${id}/${transition}`, {
          body: { reason: 'tried' },
        });
        if ('refused' in step) expect(answer).toMatchObject({ status: 409, body: { detail: step.refused } });
        else {
          expect(answer).toMatchObject({ status: 200, body: { state: step.state } });
          state = step.state;
        }
      }
      expect((await responder.client.incidents.get({ id })).state).toBe(state);
    }),
    { numRuns: 25 },
  );
});

test('the table in the guide is that of the core', () => {
  const guide = readFileSync(new URL('../../../../docs/guide/incidents.md', import.meta.url), 'utf8');
  const rows = guide.split('\n').filter(line => line.startsWith('|'));
  const cells = rows.map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
  const [, ...transitions] = cells[0]!;
  expect(transitions).toEqual([...INCIDENT_TRANSITIONS]);
  const written = INCIDENT_STATES.map(state => [
    state,
    ...INCIDENT_TRANSITIONS.map(transition => {
      const step = nextIncidentState(state, transition);
      return 'state' in step ? step.state : '–';
    }),
  ]);
  expect(cells.slice(2, 2 + INCIDENT_STATES.length)).toEqual(written);
});
