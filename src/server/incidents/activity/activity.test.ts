import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
let responder: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'], name: 'Robin' });
});
afterAll(() => server.close());

test('the activity of an incident tells who did what, and which fields changed', async () => {
  const { id } = await responder.client.incidents.declare({ title: 'Disk full', severity: 'sev3' });
  await responder.client.incidents.edit({ id, severity: 'sev2' });
  await responder.client.incidents.acknowledge({ id });
  const note = await responder.client.notes.add({ incidentId: id, body: 'first' });
  await responder.client.notes.edit({ id: note.id, body: 'second' });
  const viewer = await server.as({ roles: ['viewer'] });
  const { items } = await viewer.client.incidents.activity({ id });
  expect(items.map(({ operation }) => operation)).toEqual([
    'notes.edit',
    'notes.add',
    'incidents.acknowledge',
    'incidents.edit',
    'incidents.declare',
  ]);
  expect(items.every(({ actor }) => actor.name === 'Robin' && actor.id === responder.id)).toBe(true);
  expect(items[0]!.changed).toEqual([{ field: 'body', before: 'first', after: 'second' }]);
  expect(items[2]!.changed.map(({ field }) => field)).toEqual(['state', 'times']);
  expect(items[3]!.changed).toEqual([{ field: 'severity', before: 'sev3', after: 'sev2' }]);
});

test('a refused change leaves no trace', async () => {
  const { id } = await responder.client.incidents.declare({ title: 'Disk full', severity: 'sev3' });
  await expect(responder.client.incidents.close({ id })).rejects.toMatchObject({ code: 'conflict' });
  const { items } = await responder.client.incidents.activity({ id });
  expect(items.length).toBe(1);
});

test('the activity comes in pages', async () => {
  const { id } = await responder.client.incidents.declare({ title: 'Disk full', severity: 'sev3' });
  for (let edit = 0; edit < 4; edit++)
    await responder.client.incidents.edit({ id, title: `Disk full ${edit}` });
  const first = await responder.client.incidents.activity({ id, limit: 3 });
  const second = await responder.client.incidents.activity({ id, limit: 3, cursor: first.nextCursor! });
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null]);
  expect(second.items.at(-1)!.operation).toBe('incidents.declare');
});
