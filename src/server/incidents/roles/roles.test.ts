import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
let ada: TestPerson;
let ben: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['responder'], name: 'Ada' });
  ben = await server.as({ roles: ['responder'], name: 'Ben' });
});
afterAll(() => server.close());

const declare = () => ada.client.incidents.declare({ title: 'Queue stands', severity: 'sev2' });

async function addTeam(name: string): Promise<string> {
  const id = crypto.randomUUID();
  const at = server.clock.now().toISOString();
  await server.db.insertInto('team').values({ id, name, createdAt: at, updatedAt: at }).execute();
  return id;
}

test('a role is assigned, handed over with a note, and laid down; its history stays', async () => {
  const { id } = await declare();
  const assign = (personId: string | null, note = '') =>
    ada.client.incidents.assignRole({ id, role: 'commander', personId, note });
  expect((await assign(ada.id)).roles.commander).toEqual({ id: ada.id, name: 'Ada' });
  server.clock.forward(3_600_000);
  expect((await assign(ben.id, 'Failover is half done.')).roles.commander).toEqual({
    id: ben.id,
    name: 'Ben',
  });
  expect((await assign(null)).roles.commander).toBeNull();
  const { items } = await ada.client.incidents.roleChanges({ id });
  expect(items.map(({ person, note, until }) => [person.name, note, until !== null])).toEqual([
    ['Ada', '', true],
    ['Ben', 'Failover is half done.', true],
  ]);
  expect(items[0]!.until).toBe(items[1]!.since);
});

test('of two who take a role at once, with the version they saw, one gets it', async () => {
  const { id, version } = await declare();
  const take = (person: TestPerson) =>
    person.send('PUT', `/incidents/${id}/roles/scribe`, {
      body: { personId: person.id },
      headers: { 'if-match': `"${version}"` },
    });
  const answers = await Promise.all([take(ada), take(ben)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('a role that somebody has already, or nobody has, is not given or taken twice', async () => {
  const { id } = await declare();
  const assign = (personId: string | null) =>
    ada.client.incidents.assignRole({ id, role: 'communications', personId });
  await expect(assign(null)).rejects.toMatchObject({ code: 'conflict' });
  await assign(ben.id);
  await expect(assign(ben.id)).rejects.toMatchObject({ code: 'conflict' });
});

test('who cannot sign in any more gets no role', async () => {
  const gone = await server.as({ roles: ['responder'] });
  await server.db
    .updateTable('person')
    .set({ disabledAt: '2026-01-01T00:00:00Z' })
    .where('id', '=', gone.id)
    .execute();
  const { id } = await declare();
  const assign = ada.client.incidents.assignRole({ id, role: 'scribe', personId: gone.id });
  await expect(assign).rejects.toMatchObject({ code: 'invalid' });
  expect((await ada.client.incidents.get({ id })).version).toBe(1);
});

test('several teams take part, of which one owns', async () => {
  const [core, data, board] = [await addTeam('Core'), await addTeam('Data'), await addTeam('Board')];
  const { id } = await declare();
  const setTeams = (teams: { teamId: string; part: 'owner' | 'contributor' | 'review' }[]) =>
    ada.client.incidents.setTeams({ id, teams });
  const { teams } = await setTeams([
    { teamId: core, part: 'owner' },
    { teamId: data, part: 'contributor' },
    { teamId: board, part: 'review' },
  ]);
  expect(teams.map(({ name, part }) => `${name}: ${part}`)).toEqual([
    'Board: review',
    'Core: owner',
    'Data: contributor',
  ]);
  await expect(
    setTeams([
      { teamId: core, part: 'owner' },
      { teamId: data, part: 'owner' },
    ]),
  ).rejects.toMatchObject({ code: 'invalid' });
  const moved = await setTeams([
    { teamId: data, part: 'owner' },
    { teamId: core, part: 'contributor' },
  ]);
  expect(moved.teams.map(({ name, part }) => `${name}: ${part}`)).toEqual([
    'Core: contributor',
    'Data: owner',
  ]);
});
