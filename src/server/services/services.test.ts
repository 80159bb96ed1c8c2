import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let owner: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.as({ roles: ['owner'] });
});
afterAll(() => server.close());

test('a service is added, found, edited and removed', async () => {
  const queue = await owner.client.services.add({ name: 'Queue', tier: 2 });
  const checkout = await owner.client.services.add({ name: 'Checkout', tier: 1, dependsOn: [queue.id] });
  expect(checkout.dependsOn).toEqual([{ id: queue.id, name: 'Queue' }]);

  const { items } = await owner.client.services.list({ name: 'check' });
  expect(items).toEqual([checkout]);

  const edited = await owner.client.services.edit(
    { id: checkout.id, description: 'Takes the money', dependsOn: [] },
    { context: { ifMatch: checkout.version } },
  );
  expect(edited).toMatchObject({ version: 2, description: 'Takes the money', dependsOn: [], tier: 1 });

  await owner.client.services.remove({ id: checkout.id });
  await expect(owner.client.services.get({ id: checkout.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('of two edits of one version the second is refused', async () => {
  const { id, version } = await owner.client.services.add({ name: 'Search', tier: 3 });
  const edit = (description: string) =>
    owner.client.services.edit({ id, description }, { context: { ifMatch: version } });
  const results = await Promise.allSettled([edit('one'), edit('other')]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a change that is asked for twice with one key is done once', async () => {
  const add = () =>
    owner.client.services.add({ name: 'Mail', tier: 3 }, { context: { idempotencyKey: 'once' } });
  const [first, second] = await Promise.all([add(), add()]);
  expect(second).toEqual(first);
});

test('pages follow one another without loss or repetition', async () => {
  for (let index = 0; index < 7; index++)
    await owner.client.services.add({ name: `Page ${index % 2 ? 'ä' : 'B'}${index}`, tier: 4 });
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await owner.client.services.list({ tier: 4, limit: 2, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen.length).toBe(7);
  expect(new Set(seen).size).toBe(7);
});

test('a service that an incident names, or that another needs, is not removed', async () => {
  const named = await owner.client.services.add({ name: 'Ledger', tier: 1 });
  const needed = await owner.client.services.add({ name: 'Clock', tier: 1 });
  await owner.client.services.add({ name: 'Calendar', tier: 3, dependsOn: [needed.id] });
  await owner.client.incidents.declare({ title: 'Ledger is off', severity: 'sev2', serviceIds: [named.id] });
  for (const { id } of [named, needed])
    await expect(owner.client.services.remove({ id })).rejects.toMatchObject({ code: 'conflict' });
});

test('services are listed by tier, by the team that answers for them, and by what they depend on', async () => {
  const ownerTeamId = crypto.randomUUID();
  const at = server.clock.now().toISOString();
  await server.db
    .insertInto('team')
    .values({ id: ownerTeamId, name: 'Core', createdAt: at, updatedAt: at })
    .execute();
  const links = [{ title: 'Runbook', url: 'https://example.org/runbook' }];
  const owned = await owner.client.services.add({ name: 'Gateway', tier: 1, ownerTeamId, links });
  expect(owned).toMatchObject({ ownerTeam: { id: ownerTeamId, name: 'Core' }, links });
  expect((await owner.client.services.list({ ownerTeamId })).items).toEqual([owned]);
  const dependent = await owner.client.services.add({ name: 'Portal', tier: 2, dependsOn: [owned.id] });
  expect((await owner.client.services.list({ dependsOnId: owned.id })).items).toEqual([dependent]);
  const { items } = await owner.client.services.list({ tier: 1 });
  expect(items.every(({ tier }) => tier === 1)).toBe(true);
});

test('a service depends neither on itself nor on what is not there, and links lead to the web only', async () => {
  const { id } = await owner.client.services.add({ name: 'Mirror', tier: 4 });
  const edit = (fields: object) => owner.client.services.edit({ id, ...fields });
  for (const wrong of [
    { dependsOn: [id] },
    { dependsOn: ['01920000-0000-7000-8000-000000000000'] },
    { links: [{ title: 'x', url: 'javascript:alert(1)' }] },
    { tier: 5 },
    { name: ' ' },
  ])
    await expect(edit(wrong), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'invalid' });
  await expect(edit({ name: 'LEDGER' })).rejects.toMatchObject({ code: 'conflict' });
});
