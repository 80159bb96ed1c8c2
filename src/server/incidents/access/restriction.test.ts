import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
let security: TestPerson;
let outsider: TestPerson;
let administrator: TestPerson;
let teamId: string;
let member: TestPerson;

/** A restricted incident of `security`, with one of everything that hangs on it. */
let incidentId: string;
let number: string;
let noteId: string;
let momentId: string;

beforeAll(async () => {
  server = await startTestServer();
  security = await server.as({ roles: ['security'] });
  outsider = await server.as({
    roles: ['viewer', 'responder', 'owner', 'reviewer', 'security', 'legal', 'custodian'],
  });
  administrator = await server.as({ roles: ['administrator'] });
  teamId = crypto.randomUUID();
  const at = server.clock.now().toISOString();
  await server.db
    .insertInto('team')
    .values({ id: teamId, name: 'Blue', createdAt: at, updatedAt: at })
    .execute();
  member = await server.as({ roles: ['viewer'], teamIds: [teamId] });
});
afterAll(() => server.close());

beforeEach(async () => {
  const declared = await security.client.incidents.declare({
    title: 'Token leaked',
    severity: 'sev1',
    restriction: { reason: 'An attacker may read along.' },
  });
  incidentId = declared.id;
  number = declared.number;
  noteId = (await security.client.notes.add({ incidentId, body: 'rotate' })).id;
  const moment = { incidentId, at: '2026-03-02T09:00:00Z', title: 'Token used' };
  momentId = (await security.client.moments.add(moment)).id;
});

const sees = async (person: TestPerson): Promise<boolean> => {
  const { items } = await person.client.incidents.list({ limit: 200 });
  const isListed = items.some(({ id }) => id === incidentId);
  const { status } = await person.send('GET', `/incidents/${incidentId}`);
  expect(isListed).toBe(status === 200);
  return isListed;
};

describe('who may not see a restricted incident', () => {
  const nothing = '01920000-0000-7000-8000-000000000000';

  test('gets the same answer as for one that is not there, from every operation', async () => {
    const asked = [
      ...['', '/times', '/roles', '/access', '/decision', '/activity', '/phases', '/notes', '/moments'].map(
        path => ['GET', path, undefined] as const,
      ),
      ...['/acknowledge', '/mitigate', '/restore', '/close', '/reopen', '/restrict', '/unrestrict'].map(
        path => ['POST', path, { reason: 'because I say so' }] as const,
      ),
      ['PATCH', '', { title: 'x' }],
      ['PATCH', '/times', { times: {}, reason: 'because I say so' }],
      ['PUT', '/teams', { teams: [] }],
      ['PUT', '/roles/commander', { personId: outsider.id }],
      ['POST', '/access', { personId: outsider.id, reason: 'curious' }],
      ['DELETE', `/access/${nothing}`, undefined],
      ['PATCH', '/checklist', { answers: {} }],
      ['PUT', '/override', { kind: 'none', note: 'because I say so' }],
      ['DELETE', '/override', undefined],
      ['POST', '/notes', { body: 'x' }],
      ['POST', '/moments', { at: '2026-03-02T09:00:00Z', title: 'x' }],
      ['POST', '/moments/judge', { ids: [momentId], state: 'kept' }],
    ] as const;
    for (const [method, path, body] of asked) {
      const answers = await Promise.all(
        [incidentId, number, nothing, 'INC-999999'].map(ref =>
          outsider.send(method, `/incidents/${ref}${path}`, body && { body }),
        ),
      );
      const told = answers.map(({ status, body: { instance: _, ...problem } }) => ({ status, problem }));
      expect(told[0]!.status, `${method} ${path}`).toBe(404);
      for (const other of told) expect(other, `${method} ${path}`).toEqual(told[0]);
    }
  });

  test('reaches neither its notes nor its moments by their own ids', async () => {
    for (const [method, path, body] of [
      ['PATCH', `/notes/${noteId}`, { body: 'x' }],
      ['GET', `/notes/${noteId}/versions`, undefined],
      ['PATCH', `/moments/${momentId}`, { title: 'x' }],
    ] as const)
      expect((await outsider.send(method, path, body && { body })).status, path).toBe(404);
  });

  test('finds it by no filter and no sort', async () => {
    for (const query of [
      'title=Token',
      'severity=sev1',
      'isOpen=true',
      'sort=gravest',
      'sort=updated',
      'limit=1',
    ])
      expect((await outsider.send('GET', `/incidents?${query}`)).body, query).toEqual({
        items: [],
        nextCursor: null,
      });
  });
});

describe('a restricted incident is seen by', () => {
  test('who declared it, and administrators', async () => {
    expect(await sees(security)).toBe(true);
    expect(await sees(administrator)).toBe(true);
    expect(await sees(outsider)).toBe(false);
  });

  test('who has a role in it, as long as they have it', async () => {
    const assign = (personId: string | null) =>
      security.client.incidents.assignRole({ id: incidentId, role: 'commander', personId });
    await assign(outsider.id);
    expect(await sees(outsider)).toBe(true);
    await assign(security.id);
    expect(await sees(outsider)).toBe(false);
  });

  test('members of a team that takes part, as long as it does', async () => {
    const setTeams = (teams: { teamId: string; part: 'review' }[]) =>
      security.client.incidents.setTeams({ id: incidentId, teams });
    expect(await sees(member)).toBe(false);
    await setTeams([{ teamId, part: 'review' }]);
    expect(await sees(member)).toBe(true);
    await setTeams([]);
    expect(await sees(member)).toBe(false);
  });

  test('people and teams on its list, until they are taken off', async () => {
    const grant = (grantee: { personId: string } | { teamId: string }) =>
      security.client.incidents.grantAccess({ id: incidentId, ...grantee, reason: 'Knows the tokens.' });
    await grant({ personId: outsider.id });
    const { viewers } = await grant({ teamId });
    expect(viewers.map(({ via, person, team, reason }) => [via, person?.name ?? team?.name, reason])).toEqual(
      expect.arrayContaining([
        ['list', outsider.name, 'Knows the tokens.'],
        ['list', 'Blue', 'Knows the tokens.'],
        ['list', security.name, 'Declared it.'],
      ]),
    );
    expect([await sees(outsider), await sees(member)]).toEqual([true, true]);
    for (const { id } of viewers.filter(({ reason }) => reason === 'Knows the tokens.'))
      await security.client.incidents.revokeAccess({ id: incidentId, entryId: id! });
    expect([await sees(outsider), await sees(member)]).toEqual([false, false]);
  });

  test('those that the declaration lists, from its first moment', async () => {
    const { id } = await security.client.incidents.declare({
      title: 'Breach',
      severity: 'sev1',
      restriction: { reason: 'quiet', access: [{ teamId, reason: 'on call' }] },
    });
    expect((await member.client.incidents.get({ id })).title).toBe('Breach');
    await expect(outsider.client.incidents.get({ id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('everyone again, once it is not restricted any more', async () => {
    await security.client.incidents.unrestrict({ id: incidentId, reason: 'The token is dead.' });
    expect(await sees(outsider)).toBe(true);
    const restricted = await outsider.client.incidents.restrict({
      id: incidentId,
      reason: 'Not over after all.',
    });
    expect(restricted).toMatchObject({ isRestricted: true, restrictionReason: 'Not over after all.' });
    // Who restricts does not lock themselves out.
    expect([await sees(outsider), await sees(member)]).toEqual([true, false]);
  });
});

test('who works on it brings others in; only security, legal and administrators restrict and take sight away', async () => {
  const responder = await server.as({ roles: ['responder', 'owner', 'reviewer'] });
  const declared = await responder.client.incidents.declare({
    title: 'Breach',
    severity: 'sev1',
    restriction: { reason: 'quiet' },
  });
  const { id } = declared;
  const { viewers } = await responder.client.incidents.grantAccess({
    id,
    personId: member.id,
    reason: 'on call',
  });
  expect((await member.client.incidents.get({ id })).id).toBe(id);
  const entryId = viewers.find(({ person }) => person?.id === member.id)!.id!;
  for (const asked of [
    () => responder.client.incidents.revokeAccess({ id, entryId }),
    () => responder.client.incidents.unrestrict({ id, reason: 'mine' }),
    () => responder.client.incidents.restrict({ id, reason: 'mine' }),
  ])
    await expect(asked()).rejects.toMatchObject({ code: 'forbidden' });
});

test('every view of a restricted incident and of what hangs on it is on record; of others none is', async () => {
  const views = async (id: string) =>
    (await administrator.client.incidents.activity({ id, kind: 'view', limit: 200 })).items;
  await administrator.client.incidents.get({ id: incidentId });
  await administrator.client.incidents.list({ title: 'Token', limit: 1 });
  await administrator.client.notes.list({ incidentId });
  await administrator.client.notes.versions({ id: noteId });
  await administrator.client.moments.list({ incidentId });
  await administrator.client.incidents.phases({ id: incidentId });
  const seen = await views(incidentId);
  expect(seen.map(({ operation }) => operation)).toEqual([
    // The reading of the views is a view, too.
    'incidents.activity',
    'incidents.phases',
    'moments.list',
    'notes.versions',
    'notes.list',
    'incidents.list',
    'incidents.get',
  ]);
  expect(seen.every(({ actor }) => actor.name !== null)).toBe(true);

  const open = await security.client.incidents.declare({ title: 'Plain', severity: 'sev4' });
  await outsider.client.incidents.get({ id: open.id });
  expect(await views(open.id)).toEqual([]);
});

test('who lays down the role by which they saw it is answered, and sees it no more', async () => {
  await security.client.incidents.assignRole({ id: incidentId, role: 'scribe', personId: outsider.id });
  const after = await outsider.client.incidents.assignRole({
    id: incidentId,
    role: 'scribe',
    personId: null,
  });
  expect(after.roles.scribe).toBeNull();
  expect(await sees(outsider)).toBe(false);
});
