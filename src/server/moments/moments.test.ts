import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let responder: TestPerson;
let incidentId: string;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'], name: 'Ada' });
});
afterAll(() => server.close());
beforeEach(async () => {
  incidentId = (await responder.client.incidents.declare({ title: 'Disk full', severity: 'sev3' })).id;
});

const add = (at: string, title: string, more: object = {}) =>
  responder.client.moments.add({ incidentId, at, title, ...more });

test('a moment is added by hand, kept, to the microsecond', async () => {
  const moment = await add('2026-03-02T09:00:00.000001Z', 'Disk full', {
    kind: 'impact-start',
    uncertaintyUs: 250,
    detail: 'seen on *db-1*',
    until: '2026-03-02T09:30:00Z',
  });
  expect(moment).toMatchObject({
    state: 'kept',
    at: '2026-03-02T09:00:00.000001Z',
    until: '2026-03-02T09:30:00Z',
    uncertaintyUs: 250,
    detail: 'seen on *db-1*',
    proposal: null,
    createdBy: { id: responder.id, name: 'Ada' },
  });
});

test('a moment cannot end before it begins', async () => {
  const wrong = add('2026-03-02T09:00:00Z', 'x', { until: '2026-03-02T08:59:59.999999Z' });
  await expect(wrong).rejects.toMatchObject({ code: 'invalid', problem: { issues: [{ path: '/until' }] } });
  const { id } = await add('2026-03-02T09:00:00Z', 'x', { until: '2026-03-02T09:10:00Z' });
  await expect(responder.client.moments.edit({ id, at: '2026-03-02T09:11:00Z' })).rejects.toMatchObject({
    code: 'invalid',
  });
  expect((await responder.client.moments.edit({ id, until: null })).until).toBeNull();
});

test('moments are listed in time, narrowed, in pages', async () => {
  await add('2026-03-02T09:05:00Z', 'Error burst', { kind: 'error-burst', service: 'cart' });
  await add('2026-03-02T09:00:00Z', 'Deploy of cart', { kind: 'deploy', service: 'cart' });
  const late = await add('2026-03-02T09:05:00.000001Z', 'Rollback', { kind: 'deploy', service: 'shop' });
  await responder.client.moments.judge({ incidentId, ids: [late.id], state: 'dismissed' });
  const titles = async (filter: object) =>
    (await responder.client.moments.list({ incidentId, ...filter })).items.map(({ title }) => title);
  expect(await titles({})).toEqual(['Deploy of cart', 'Error burst', 'Rollback']);
  expect(await titles({ state: 'kept' })).toEqual(['Deploy of cart', 'Error burst']);
  expect(await titles({ kind: ['deploy'] })).toEqual(['Deploy of cart', 'Rollback']);
  expect(await titles({ service: 'cart' })).toEqual(['Deploy of cart', 'Error burst']);
  expect(await titles({ title: 'ROLL' })).toEqual(['Rollback']);
  expect(await titles({ from: '2026-03-02T09:05:00Z', to: '2026-03-02T09:05:00.000001Z' })).toEqual([
    'Error burst',
  ]);
  expect(await titles({ isNotable: true })).toHaveLength(3);
  const first = await responder.client.moments.list({ incidentId, limit: 2 });
  const rest = await responder.client.moments.list({ incidentId, limit: 2, cursor: first.nextCursor! });
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(await titles({}));
});

test('many moments are kept or dismissed at once, or none of them', async () => {
  const ids = [];
  for (let minute = 10; minute < 15; minute++) ids.push((await add(`2026-03-02T09:${minute}:00Z`, 'x')).id);
  const judge = (which: string[], state: 'kept' | 'dismissed') =>
    responder.client.moments.judge({ incidentId, ids: which, state });
  expect(await judge(ids.slice(0, 3), 'dismissed')).toEqual({ changed: 3 });
  expect(await judge(ids, 'dismissed')).toEqual({ changed: 2 });
  const foreign = await responder.client.incidents.declare({ title: 'other', severity: 'sev5' });
  await expect(
    responder.client.moments.judge({ incidentId: foreign.id, ids, state: 'kept' }),
  ).rejects.toMatchObject({ code: 'not_found' });
  const { items } = await responder.client.moments.list({ incidentId });
  expect(items.every(({ state }) => state === 'dismissed')).toBe(true);
});

test('of two edits of one version the second is refused', async () => {
  const { id, version } = await add('2026-03-02T09:00:00Z', 'x');
  const edit = (title: string) =>
    responder.send('PATCH', `/moments/${id}`, { body: { title }, headers: { 'if-match': `"${version}"` } });
  const answers = await Promise.all([edit('a'), edit('b')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('phases follow from noted times first, and from kept moments where nobody noted one', async () => {
  const impact = await add('2026-03-02T09:00:00.5Z', 'Errors rise', { kind: 'impact-start' });
  const ignored = await add('2026-03-02T08:00:00Z', 'Early sign', { kind: 'impact-start' });
  await responder.client.moments.judge({ incidentId, ids: [ignored.id], state: 'dismissed' });
  await add('2026-03-02T09:30:00Z', 'Fixed', { kind: 'mitigation' });
  const correct = (times: object) =>
    responder.client.incidents.correctTimes({ id: incidentId, times, reason: 'As the log has it.' });
  await correct({ detectedAt: '2026-03-02T09:10:00Z', mitigatedAt: '2026-03-02T09:20:00Z' });
  const { phases, remarks } = await responder.client.incidents.phases({ id: incidentId });
  expect(phases).toEqual([
    {
      name: 'impact',
      from: '2026-03-02T09:00:00.5Z',
      to: '2026-03-02T09:10:00Z',
      time: null,
      momentId: impact.id,
    },
    {
      name: 'detected',
      from: '2026-03-02T09:10:00Z',
      to: '2026-03-02T09:20:00Z',
      time: 'detectedAt',
      momentId: null,
    },
    { name: 'mitigated', from: '2026-03-02T09:20:00Z', to: null, time: 'mitigatedAt', momentId: null },
  ]);
  expect(remarks).toMatchObject([{ level: 'warning', code: 'time-against-moment', on: 'mitigatedAt' }]);
});
