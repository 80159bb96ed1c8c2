import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let administrator: TestPerson;
let responder: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as({ roles: ['administrator'], name: 'Ada' });
  responder = await server.as({ roles: ['responder'], name: 'Rex' });
});
afterAll(() => server.close());

test('people are listed by name and found by part of it, by role, by team', async () => {
  const { id: teamId } = await administrator.client.teams.add({ name: 'Search' });
  for (const name of ['zoe', 'Änne', 'Mia', 'mia'])
    await server.as({ roles: ['legal'], name, teamIds: [teamId] });
  const { items, nextCursor } = await responder.client.people.list({ teamId, limit: 3 });
  const rest = await responder.client.people.list({ teamId, limit: 3, cursor: nextCursor! });
  const names = [...items, ...rest.items].map(({ name }) => name);
  expect(names).toHaveLength(4);
  expect(names.map(name => name.toLowerCase())).toEqual(
    expect.arrayContaining(['mia', 'mia', 'zoe', 'änne']),
  );
  expect(rest.nextCursor).toBeNull();
  expect((await responder.client.people.list({ name: 'MIA' })).items).toHaveLength(2);
  expect((await responder.client.people.list({ role: 'administrator' })).items).toMatchObject([
    { name: 'Ada' },
  ]);
});

test('a name with signs of SQL is only a name', async () => {
  const name = `%_' or 1=1; --`;
  const person = await server.as({ roles: ['viewer'], name });
  expect((await responder.client.people.list({ name })).items).toMatchObject([{ id: person.id }]);
});

test('roles are changed by administrators, with the version in mind, on record', async () => {
  const { id } = await server.as({ roles: ['viewer'], name: 'Vic' });
  const before = await administrator.client.people.get({ id });
  const after = await administrator.client.people.edit({ id, roles: ['security', 'responder', 'responder'] });
  expect(after).toMatchObject({ roles: ['responder', 'security'], version: before.version + 1 });
  await expect(
    administrator.client.people.edit({ id, name: 'Victor' }, { context: { ifMatch: before.version } }),
  ).rejects.toMatchObject({ code: 'conflict' });
  await expect(responder.client.people.edit({ id, roles: ['legal'] })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const { rows } = await sql<{ before: string; after: string }>`
    select before, after from audit_event where operation = 'people.edit' and subject_id = ${id}`.execute(
    server.db,
  );
  expect(JSON.parse(rows[0]!.before).value.roles).toEqual(['viewer']);
  expect(JSON.parse(rows[0]!.after).value.roles).toEqual(['responder', 'security']);
});

test('everyone changes their own name, and nothing else of themselves', async () => {
  const person = await server.as({ roles: ['viewer'], name: 'Old' });
  expect(await person.client.people.editMe({ name: 'New' })).toMatchObject({
    name: 'New',
    roles: ['viewer'],
  });
  const { body } = await person.send('PATCH', '/me', { body: { name: 'New', roles: ['administrator'] } });
  expect(body.roles).toEqual(['viewer']);
});

describe('the last administrator', () => {
  test('keeps the role and the account', async () => {
    const { id } = administrator;
    await expect(administrator.client.people.disable({ id })).rejects.toMatchObject({ code: 'conflict' });
    await expect(administrator.client.people.edit({ id, roles: ['viewer'] })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await administrator.client.people.edit({ id, name: 'Ada L.' })).name).toBe('Ada L.');
  });

  test('stays one of two who remove each other at the same moment', async () => {
    const second = await server.as({ roles: ['administrator'], name: 'Bob' });
    const outcomes = await Promise.allSettled([
      administrator.client.people.disable({ id: second.id }),
      second.client.people.disable({ id: administrator.id }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await responder.client.people.list({ role: 'administrator', isDisabled: false });
    expect(items).toHaveLength(1);
    if (items[0]!.id === administrator.id) return;
    await second.client.people.enable({ id: administrator.id });
    await administrator.client.people.disable({ id: second.id });
  });
});

test('a disabled person is listed as such, and comes back', async () => {
  const person = await server.as({ roles: ['viewer'], name: 'Gone' });
  const { disabledAt } = await administrator.client.people.disable({ id: person.id });
  expect(disabledAt).not.toBeNull();
  await expect(person.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await administrator.client.people.list({ isDisabled: true })).items).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ id: person.id })]),
  );
  await administrator.client.people.enable({ id: person.id });
  expect((await person.client.people.me({})).name).toBe('Gone');
});

test('who is not there and what is not an id are told apart from nothing else', async () => {
  await expect(
    responder.client.people.get({ id: '019a0000-0000-7000-8000-000000000000' }),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(responder.client.people.get({ id: 'x' })).rejects.toMatchObject({ code: 'invalid' });
});
