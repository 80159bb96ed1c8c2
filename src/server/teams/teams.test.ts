import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as({ roles: ['administrator'] });
});
afterAll(() => server.close());

test('a team is added, edited, read by everyone and removed', async () => {
  const { client } = administrator;
  const viewer = await server.as({ roles: ['viewer'] });
  const team = await client.teams.add({ name: 'Payments' });
  expect(team).toMatchObject({ name: 'Payments', description: '', members: [], version: 1 });
  const edited = await client.teams.edit({ id: team.id, description: 'Cards and invoices' });
  expect(await viewer.client.teams.get({ id: team.id })).toEqual(edited);
  expect((await viewer.client.teams.list({ name: 'PAY' })).items).toEqual([edited]);
  await expect(viewer.client.teams.add({ name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
  await client.teams.remove({ id: team.id });
  await expect(viewer.client.teams.get({ id: team.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('two teams do not share a name, in whatever case', async () => {
  await administrator.client.teams.add({ name: 'Checkout' });
  await expect(administrator.client.teams.add({ name: 'CHECKOUT' })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('members come and go, and the version counts it', async () => {
  const { client } = administrator;
  const { id } = await client.teams.add({ name: 'Search' });
  const person = await server.as({ roles: ['viewer'], name: 'Sam' });
  const membership = { id, personId: person.id };
  const joined = await client.teams.addMember(membership);
  expect(joined).toMatchObject({ version: 2, members: [{ id: person.id, name: 'Sam' }] });
  expect((await client.teams.addMember(membership)).members).toHaveLength(1);
  expect((await person.client.people.me({})).teams).toEqual([{ id, name: 'Search' }]);
  expect((await client.teams.removeMember(membership)).members).toEqual([]);
});

test('nobody who may not sign in joins a team, and who is disabled is not counted', async () => {
  const { client } = administrator;
  const { id } = await client.teams.add({ name: 'Data' });
  const person = await server.as({ roles: ['viewer'] });
  await client.teams.addMember({ id, personId: person.id });
  await client.people.disable({ id: person.id });
  expect((await client.teams.get({ id })).members).toEqual([]);
  await expect(client.teams.addMember({ id, personId: person.id })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('a team that answers for a service stays', async () => {
  const { client } = administrator;
  const { id } = await client.teams.add({ name: 'Platform' });
  await client.services.add({ name: 'gateway', tier: 1, ownerTeamId: id });
  await expect(client.teams.remove({ id })).rejects.toMatchObject({ code: 'conflict' });
});
