import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
let responder: TestPerson;
let security: TestPerson;
let services: string[];
let teams: string[];

beforeAll(async () => {
  server = await startTestServer();
  const keeper = await server.as({ roles: ['owner', 'administrator'] });
  [responder, security] = await Promise.all([
    server.as({ roles: ['responder'] }),
    server.as({ roles: ['security'] }),
  ]);
  services = [];
  teams = [];
  for (const name of ['Api', 'Queue', 'Web'])
    services.push((await keeper.client.services.add({ name, tier: 1 })).id);
  for (const name of ['Core', 'Shop']) teams.push((await keeper.client.teams.add({ name })).id);
});
afterAll(() => server.close());

const declare = (title: string, more: object = {}) =>
  responder.client.incidents.declare({ title, severity: 'sev3', ...more });
const editMany = (input: Parameters<TestPerson['client']['incidents']['editMany']>[0], by = responder) =>
  by.client.incidents.editMany(input);
const read = (id: string) => responder.client.incidents.get({ id });

test('changes what is asked for, in each, and leaves the rest', async () => {
  const [core, shop] = teams as [string, string];
  const first = await declare('First', {
    serviceIds: [services[0]],
    teams: [{ teamId: core, part: 'owner' }],
  });
  const second = await declare('Second', {
    serviceIds: [services[1]],
    teams: [{ teamId: shop, part: 'review' }],
    layer: 'L3',
  });
  const { items } = await editMany({
    items: [{ id: second.number }, { id: first.id, version: first.version }],
    severity: 'sev1',
    causeClass: 'capacity',
    addServiceIds: [services[1]!, services[2]!],
    removeServiceIds: [services[0]!],
    ownerTeamId: shop,
  });
  expect(items.map(({ title }) => title)).toEqual(['Second', 'First']);
  for (const { severity, causeClass, services: affected } of items) {
    expect([severity, causeClass]).toEqual(['sev1', 'capacity']);
    expect(affected.map(({ name }) => name)).toEqual(['Queue', 'Web']);
  }
  expect(items.map(({ layer }) => layer)).toEqual(['L3', null]);
  expect(items.map(({ teams: taken }) => taken.map(({ name, part }) => `${name} ${part}`))).toEqual([
    ['Shop owner'],
    ['Core contributor', 'Shop owner'],
  ]);
  const { items: done } = await responder.client.incidents.activity({ id: first.id });
  expect(done[0]).toMatchObject({ operation: 'incidents.editMany' });
});

test('takes the owning team away without sending it home', async () => {
  const { id } = await declare('Owned', { teams: [{ teamId: teams[0], part: 'owner' }] });
  const { items } = await editMany({ items: [{ id }], ownerTeamId: null });
  expect(items[0]?.teams).toMatchObject([{ name: 'Core', part: 'contributor' }]);
});

test('changes none when one cannot be changed so, and says which and why', async () => {
  const [open, over, stale] = [await declare('Open'), await declare('Over'), await declare('Stale')];
  await responder.client.incidents.restore({ id: over.id });
  await responder.client.incidents.edit({ id: stale.id, title: 'Changed meanwhile' });
  const hidden = await security.client.incidents.declare({
    title: 'Hidden',
    severity: 'sev1',
    restriction: { reason: 'customers are named' },
  });
  const items = [
    { id: over.id },
    { id: open.id },
    { id: stale.id, version: stale.version },
    { id: hidden.id },
    { id: 'INC-99999' },
  ];
  const refused = await editMany({ items, severity: 'sev1', move: { transition: 'close' } }).catch(
    error => error,
  );
  expect(refused.code).toBe('conflict');
  const issues = refused.problem.issues as { path: string; message: string }[];
  expect(issues.map(({ path }) => path)).toEqual(['/items/1', '/items/2', '/items/3', '/items/4']);
  expect(issues[1]?.message).toMatch(/in the meantime/);
  // What may not be seen and what is not there read alike.
  expect(issues[2]?.message).toBe(issues[3]?.message);
  expect(await read(over.id)).toMatchObject({ state: 'restored', severity: 'sev3', version: 2 });
});

test('closes those that can be closed', async () => {
  const over = await declare('Over again');
  await responder.client.incidents.restore({ id: over.id });
  const { items } = await editMany({
    items: [{ id: over.id }],
    move: { transition: 'close', reason: 'Nothing came after it.' },
  });
  expect(items[0]).toMatchObject({ state: 'closed' });
  const changes = await responder.client.incidents.timeChanges({ id: over.id });
  expect(changes.items.at(-1)).toMatchObject({ name: 'closedAt', reason: 'Nothing came after it.' });
});

test('refuses one that is named twice, by its id and by its number', async () => {
  const { id, number } = await declare('Twice');
  await expect(editMany({ items: [{ id }, { id: number.toLowerCase() }], severity: 'sev1' })).rejects.toThrow(
    /named twice/,
  );
});
