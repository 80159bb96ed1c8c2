import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let ada: TestPerson;
let grace: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  [ada, grace] = await Promise.all([
    server.as({ roles: ['responder'], name: 'Ada' }),
    server.as({ roles: ['owner'], name: 'Grace' }),
  ]);
});
afterAll(() => server.close());

const TITLE = 'Limit retries of the ledger client to three';
const PLAN = { kind: 'promql', fields: { query: 'sum(rate(retries_total[5m])) < 10', days: 14 } } as const;

const declare = async () =>
  (await ada.client.incidents.declare({ title: 'Ledger is slow', severity: 'sev2' })).id;

const add = async (more: object = {}) =>
  ada.client.actions.add({ incidentId: await declare(), title: TITLE, kind: 'prevent', ...more });

test('an action shows how its priority is computed, and what a reviewer would object to', async () => {
  const bare = await add({ title: 'Improve monitoring' });
  expect(bare).toMatchObject({ version: 1, state: 'open', canGo: ['start', 'finish', 'cancel'] });
  expect(bare.computedPriority.explanation.at(-1)).toContain(bare.priority.toUpperCase());
  expect(bare.remarks.map(({ on }) => on)).toEqual(
    expect.arrayContaining(['title', 'ownerId', 'dueOn', 'verification']),
  );

  const whole = await add({ ownerId: grace.id, dueOn: '2026-04-01', verification: PLAN });
  expect(whole).toMatchObject({ remarks: [], owner: { name: 'Grace' }, verification: PLAN });
});

test('a priority is overridden with a note, and follows the facts again without', async () => {
  const facts = {
    sloImpact: 'high',
    customerImpact: 'high',
    recurrenceRisk: 'high',
    effort: 'small',
  } as const;
  const action = await add({ priorityFacts: facts });
  expect(action.priority).toBe('p1');
  const lowered = await ada.client.actions.edit({
    id: action.id,
    priorityOverride: { priority: 'p3', note: 'The client is switched off in May.' },
  });
  expect(lowered).toMatchObject({
    priority: 'p3',
    computedPriority: { priority: 'p1' },
    priorityOverride: { note: 'The client is switched off in May.', by: { name: 'Ada' } },
  });
  const kept = await ada.client.actions.edit({ id: action.id, priorityFacts: { effort: 'large' } });
  expect(kept).toMatchObject({ priority: 'p3', priorityFacts: { ...facts, effort: 'large' } });
  expect(await ada.client.actions.edit({ id: action.id, priorityOverride: null })).toMatchObject({
    priority: 'p1',
    priorityOverride: null,
  });
});

test('done is not verified: an action runs its course, and each step says what it needs', async () => {
  const { id } = await add({ ownerId: grace.id });
  await ada.client.actions.start({ id });
  await expect(ada.client.actions.verify({ id, note: 'The run of Tuesday passed.' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await ada.client.actions.finish({ id });
  await expect(ada.client.actions.verify({ id, note: 'The run of Tuesday passed.' })).rejects.toThrow(
    /verification plan/,
  );
  await ada.client.actions.edit({
    id,
    verification: { kind: 'sign-off', fields: { evidence: 'the drill’s record' } },
  });
  await expect(grace.client.actions.verify({ id, note: 'The drill of Tuesday passed.' })).rejects.toThrow(
    /owner/,
  );
  await ada.client.actions.verify({ id, note: 'The drill of Tuesday passed.' });
  await expect(ada.client.actions.reopen({ id, note: 'n/a' })).rejects.toMatchObject({ code: 'conflict' });
  const reopened = await ada.client.actions.reopen({ id, note: 'The incident came back on Friday.' });
  expect(reopened.state).toBe('open');
  const { moves } = await ada.client.actions.get({ id });
  expect(moves.map(({ transition, to }) => [transition, to])).toEqual([
    ['start', 'in-progress'],
    ['finish', 'done'],
    ['verify', 'verified'],
    ['reopen', 'open'],
  ]);
  expect(moves.at(-1)).toMatchObject({ note: 'The incident came back on Friday.', by: { name: 'Ada' } });
});

test('a verification plan that lacks a part is refused, and the part is named', async () => {
  const error = await add({ verification: { kind: 'promql', fields: { query: 'up == 1' } } }).catch(
    problem => problem,
  );
  expect(error).toMatchObject({ code: 'invalid' });
  expect(error.problem.issues).toMatchObject([{ path: '/verification/fields/days' }]);
});

test('an action hangs on a finding, its postmortem and its incident, and on no other', async () => {
  const incidentId = await declare();
  const { id: postmortemId } = await ada.client.postmortems.open({ incidentId });
  const finding = await ada.client.findings.add({
    postmortemId,
    statement: 'Retries had no limit.',
    kind: 'cause',
  });
  const action = await add({ incidentId, findingId: finding.id });
  expect(action).toMatchObject({ postmortemId, findingId: finding.id });
  expect(await ada.client.findings.get({ id: finding.id })).toMatchObject({
    actions: [{ id: action.id, title: TITLE }],
  });
  await expect(add({ postmortemId })).rejects.toMatchObject({ code: 'invalid' });
  await expect(add({ findingId: finding.id })).rejects.toMatchObject({ code: 'invalid' });
  const { sections } = await ada.client.postmortems.get({ id: postmortemId });
  expect(sections.find(({ id }) => id === 'actions')!.completeness).toBeGreaterThan(0);
});

test('lists are filtered and sorted, and no page repeats or loses an action', async () => {
  const checkout = await grace.client.services.add({ name: 'Checkout', tier: 1 });
  const { id: incidentId } = await ada.client.incidents.declare({
    title: 'Filtered',
    severity: 'sev3',
    serviceIds: [checkout.id],
  });
  const days = ['2026-03-01', null, '2026-03-20', '2026-02-01', null];
  for (const [i, dueOn] of days.entries())
    await add({ incidentId, dueOn, kind: i % 2 ? 'detect' : 'learn', ownerId: i === 2 ? grace.id : null });

  for (const sort of ['due', 'priority', 'newest'] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ada.client.actions.list({ incidentId, sort, limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([sort, seen.length, new Set(seen).size]).toEqual([sort, days.length, days.length]);
  }
  const list = async (filter: object) =>
    (await ada.client.actions.list({ serviceId: checkout.id, ...filter })).items.map(({ dueOn }) => dueOn);
  expect(await list({})).toEqual(['2026-02-01', '2026-03-01', '2026-03-20', null, null]);
  expect(await list({ isOverdue: true })).toEqual(['2026-02-01', '2026-03-01']);
  expect(await list({ ownerId: grace.id })).toEqual(['2026-03-20']);
  expect(await list({ isOwned: false, kind: ['detect'] })).toEqual(['2026-02-01', null]);
  expect(await list({ state: ['done'] })).toEqual([]);
  const { items } = await grace.client.actions.list({ isMine: true, incidentId });
  expect(items.map(({ dueOn }) => dueOn)).toEqual(['2026-03-20']);
  const forged = Buffer.from(JSON.stringify(['no day', 'no id'])).toString('base64url');
  await expect(ada.client.actions.list({ cursor: forged })).rejects.toMatchObject({ code: 'invalid' });
});

test('many are edited at once, all or none, with the reason for each that cannot be', async () => {
  const [one, two] = [await add(), await add()];
  const items = [{ id: one.id, version: one.version }, { id: two.id }];
  const edited = await ada.client.actions.editMany({
    items,
    ownerId: grace.id,
    move: { transition: 'start', note: '' },
  });
  expect(edited.items).toMatchObject([
    { id: one.id, state: 'in-progress', owner: { name: 'Grace' }, version: 2 },
    { id: two.id, state: 'in-progress', owner: { name: 'Grace' }, version: 2 },
  ]);
  await ada.client.actions.finish({ id: two.id });
  const refused = await ada.client.actions
    .editMany({ items: [{ id: two.id }, ...items], dueOn: '2026-05-01' })
    .catch(problem => problem);
  expect(refused).toMatchObject({ code: 'invalid' });
  const failed = await ada.client.actions
    .editMany({ items, dueOn: '2026-05-01', move: { transition: 'finish', note: '' } })
    .catch(problem => problem);
  expect(failed.problem.issues.map(({ path }: { path: string }) => path)).toEqual(['/items/0', '/items/1']);
  expect(await ada.client.actions.get({ id: one.id })).toMatchObject({
    state: 'in-progress',
    dueOn: null,
    version: 2,
  });
});

test('an owner is someone who sees the action; others neither see it nor hear of it', async () => {
  const guard = await server.as({ roles: ['security'] });
  const { id: incidentId } = await guard.client.incidents.declare({
    title: 'A key leaked',
    severity: 'sev2',
    restriction: { reason: 'The key is still valid.' },
  });
  const make = (ownerId: string) =>
    guard.client.actions.add({ incidentId, title: TITLE, kind: 'prevent', ownerId });
  await expect(make(grace.id)).rejects.toThrow(/may not see/);
  const action = await make(guard.id);
  await expect(grace.client.actions.get({ id: action.id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(grace.client.actions.edit({ id: action.id, title: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(grace.client.actions.add({ incidentId, title: TITLE, kind: 'learn' })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await grace.client.actions.list({ text: TITLE, ownerId: guard.id })).items).toEqual([]);
  const failed = await grace.client.actions
    .editMany({ items: [{ id: action.id }], dueOn: null })
    .catch(problem => problem);
  expect(failed.problem.issues).toMatchObject([
    { path: '/items/0', message: expect.stringContaining('no such action') },
  ]);
});
