import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let guard: TestPerson;
let outsider: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  [guard, outsider] = await Promise.all([
    server.as({ roles: ['security', 'responder'], name: 'Grace' }),
    server.as({ roles: ['owner', 'responder', 'legal'], name: 'Eve' }),
  ]);
});
afterAll(() => server.close());

async function openRestricted(list: { personIds?: string[]; teamIds?: string[] } = {}) {
  const { id: incidentId } = await guard.client.incidents.declare({
    title: 'A key leaked',
    severity: 'sev2',
  });
  const { id } = await guard.client.postmortems.open({ incidentId });
  return guard.client.postmortems.restrict({
    id,
    isRestricted: true,
    reason: 'The key is valid still.',
    ...list,
  });
}

/** Everything that can be asked about one postmortem. */
const asked = ({ client: { postmortems, findings } }: TestPerson, id: string) => ({
  get: () => postmortems.get({ id }),
  edit: () => postmortems.edit({ id, title: 'Mine' }),
  finish: () => postmortems.finish({ id }),
  restrict: () => postmortems.restrict({ id, isRestricted: false, reason: 'I want to read it.' }),
  citations: () => postmortems.citations({ id }),
  editSection: () => postmortems.editSection({ postmortemId: id, id: 'impact', markdown: 'Mine' }),
  addSection: () => postmortems.addSection({ postmortemId: id, title: 'Mine' }),
  removeSection: () => postmortems.removeSection({ postmortemId: id, id: 'impact' }),
  orderSections: () => postmortems.orderSections({ postmortemId: id, ids: [] }),
  refill: () => postmortems.refill({ id }),
  versions: () => postmortems.versions({ id }),
  readVersion: () => postmortems.readVersion({ id, number: 1 }),
  diff: () => postmortems.diff({ id, from: 1, to: 1 }),
  restoreVersion: () => postmortems.restoreVersion({ id, number: 1 }),
  findings: () => findings.list({ postmortemId: id }),
  addFinding: () => findings.add({ postmortemId: id, statement: 'Mine', kind: 'cause' }),
});

test('a restricted postmortem answers like one that is not there, whatever is asked', async () => {
  const { id, incident } = await openRestricted();
  const hidden = asked(outsider, id);
  const absent = asked(outsider, randomUUIDv7());
  for (const name of Object.keys(hidden) as (keyof typeof hidden)[]) {
    const [one, other] = await Promise.allSettled([hidden[name](), absent[name]()]);
    const { code, message } = (one as PromiseRejectedResult).reason;
    expect([name, code, message]).toEqual([
      name,
      'not_found',
      (other as PromiseRejectedResult).reason.message,
    ]);
  }
  const { items } = await outsider.client.postmortems.list({ incidentId: incident.id });
  expect(items).toEqual([]);
  expect((await guard.client.postmortems.list({ incidentId: incident.id })).items).toHaveLength(1);
});

test('those on the list see it, a team’s members too, and so does its owner', async () => {
  const teamId = randomUUIDv7();
  const at = server.clock.now().toISOString();
  await server.db
    .insertInto('team')
    .values({ id: teamId, name: 'Crypto', createdAt: at, updatedAt: at })
    .execute();
  const [member, listed, owner] = await Promise.all([
    server.as({ roles: ['viewer'], teamIds: [teamId] }),
    server.as({ roles: ['viewer'] }),
    server.as({ roles: ['owner'] }),
  ]);
  const { id, access } = await openRestricted({ personIds: [listed.id], teamIds: [teamId] });
  expect(access.people.map(person => person.id).sort()).toEqual([listed.id, guard.id].sort());
  expect(access.teams).toEqual([{ id: teamId, name: 'Crypto' }]);
  await expect(owner.client.postmortems.get({ id })).rejects.toMatchObject({ code: 'not_found' });
  await guard.client.postmortems.edit({ id, ownerId: owner.id });
  for (const person of [member, listed, owner])
    expect(await person.client.postmortems.get({ id })).toMatchObject({ id });

  await guard.client.postmortems.restrict({ id, isRestricted: true, reason: 'Fewer must know.' });
  await expect(member.client.postmortems.get({ id })).rejects.toMatchObject({ code: 'not_found' });
});

test('a postmortem is hidden with its incident', async () => {
  const { id: incidentId } = await guard.client.incidents.declare({ title: 'A breach', severity: 'sev1' });
  const { id } = await guard.client.postmortems.open({ incidentId });
  expect(await outsider.client.postmortems.get({ id })).toMatchObject({ isRestricted: false });
  await guard.client.incidents.restrict({ id: incidentId, reason: 'It goes on.' });
  await expect(outsider.client.postmortems.get({ id })).rejects.toMatchObject({ code: 'not_found' });
});

test('every view of something restricted is on record, apart from the incident’s activity', async () => {
  const { id, incident } = await openRestricted();
  const administrator = await server.as({ roles: ['administrator'] });
  await administrator.client.postmortems.get({ id });
  await administrator.client.postmortems.versions({ id });
  await administrator.client.postmortems.list({ incidentId: incident.id });
  const views = await server.db
    .selectFrom('auditEvent')
    .select(['operation', 'incidentId'])
    .where('subjectId', '=', id)
    .where('kind', '=', 'view')
    .where('actorId', '=', administrator.id)
    .orderBy('id')
    .execute();
  expect(views).toEqual([
    { operation: 'postmortems.get', incidentId: null },
    { operation: 'postmortems.versions', incidentId: null },
    { operation: 'postmortems.list', incidentId: null },
  ]);
});
