import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let writer: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.as({ roles: ['responder'], name: 'Ada' });
});
afterAll(() => server.close());

const declare = (more: object = {}) =>
  writer.client.incidents.declare({ title: 'Checkout fails', severity: 'sev2', ...more });

const open = async (more: object = {}) =>
  writer.client.postmortems.open({ incidentId: (await declare()).id, ...more });

test('a postmortem is opened from the template that the checklist asks for', async () => {
  const severe = await writer.client.postmortems.open({ incidentId: (await declare()).id });
  expect(severe).toMatchObject({ version: 1, state: 'draft', kind: 'full', title: 'Checkout fails' });
  const { id } = await declare({ severity: 'sev4', causeClass: 'security' });
  expect(await writer.client.postmortems.open({ incidentId: id })).toMatchObject({ kind: 'security' });
  const { id: overridden } = await declare();
  await writer.client.incidents.overrideDecision({
    id: overridden,
    kind: 'short',
    note: 'One page says it all.',
  });
  expect(await writer.client.postmortems.open({ incidentId: overridden })).toMatchObject({ kind: 'short' });
});

test('an empty postmortem shows what belongs into each section, and that nothing is written', async () => {
  const { sections, completeness } = await open();
  expect(completeness).toBe(0);
  expect(sections[0]).toMatchObject({ id: 'summary', markdown: '', writtenBy: 'nobody', completeness: 0 });
  expect(sections[0]!.guidance).not.toBe('');
  expect(sections[0]!.reason).not.toBe('');
});

test('an incident has one postmortem, unless that was withdrawn', async () => {
  const { incident, id } = await open();
  await expect(writer.client.postmortems.open({ incidentId: incident.number })).rejects.toMatchObject({
    code: 'conflict',
  });
  await writer.client.postmortems.withdraw({ id, reason: 'It duplicates the one of last week.' });
  const next = await writer.client.postmortems.open({ incidentId: incident.id });
  expect(next.id).not.toBe(id);
  await expect(writer.client.postmortems.revise({ id })).rejects.toThrow(/another postmortem/);
});

test('a postmortem keeps the template as it was when it was opened', async () => {
  const keeper = await server.as({ roles: ['owner'] });
  const { items } = await keeper.client.templates.list({});
  const short = items.find(({ defaultId }) => defaultId === 'short')!;
  const before = await open({ templateId: short.id });
  await keeper.client.templates.edit({ id: short.id, sections: short.sections.slice(0, 1) });
  const after = await writer.client.postmortems.get({ id: before.id });
  expect(after.sections.map(({ guidance }) => guidance)).toEqual(
    short.sections.map(({ guidance }) => guidance),
  );
  await keeper.client.templates.restoreDefault({ id: short.id });
});

test('completeness follows what is written, ignores filler, and gives reasons', async () => {
  const { id } = await open();
  const write = (markdown: string) =>
    writer.client.postmortems.editSection({ postmortemId: id, id: 'summary', markdown });
  expect((await write('TBD. To be written. N/A.')).completeness).toBe(0);
  const written = await write(
    'Checkout refused every third payment for 41 minutes, because the connection pool of the ledger was exhausted by retries. A limit on retries is being rolled out to every region.',
  );
  expect(written).toMatchObject({ completeness: 100, reason: '', writtenBy: 'person' });
  const { completeness, sections } = await writer.client.postmortems.get({ id });
  expect(completeness).toBe(Math.floor(100 / sections.filter(({ isRequired }) => isRequired).length));
});

test('a section that was taken out counts as empty, not as done', async () => {
  const { id, sections } = await open();
  for (const section of sections.filter(each => each.id !== 'summary'))
    await writer.client.postmortems.removeSection({ postmortemId: id, id: section.id });
  await writer.client.postmortems.editSection({
    postmortemId: id,
    id: 'summary',
    markdown:
      'Checkout refused every third payment for 41 minutes, because retries exhausted the connection pool of the ledger database.',
  });
  expect((await writer.client.postmortems.get({ id })).completeness).toBeLessThan(50);
});

test('title, due day and owner are edited; the owner is the incident’s', async () => {
  const { id, version, incident } = await open();
  const owner = await server.as({ roles: ['owner'], name: 'Grace' });
  const edited = await writer.client.postmortems.edit(
    { id, title: 'Payments refused', dueOn: '2026-03-09', ownerId: owner.id },
    { context: { ifMatch: version } },
  );
  expect(edited).toMatchObject({ title: 'Payments refused', dueOn: '2026-03-09', owner: { name: 'Grace' } });
  expect(edited.deadlines.owner.state).toBe('met');
  const { roles } = await writer.client.incidents.get({ id: incident.id });
  expect(roles.postmortemOwner).toEqual({ id: owner.id, name: 'Grace' });
  const mine = await owner.client.postmortems.list({ isMine: true });
  expect(mine.items.map(each => each.id)).toEqual([id]);
});

test('an owner is due a day after the declaration, a draft three days after service is back', async () => {
  const { id, incident } = await open();
  await writer.client.incidents.restore({ id: incident.id });
  server.clock.forward(25 * 3_600_000);
  const { deadlines } = await writer.client.postmortems.get({ id });
  expect(deadlines.owner).toMatchObject({ state: 'overdue', doneAt: null });
  expect(deadlines.draft.state).toBe('pending');
  server.clock.forward(48 * 3_600_000);
  await writer.client.postmortems.editSection({ postmortemId: id, id: 'impact', markdown: 'Late.' });
  expect((await writer.client.postmortems.get({ id })).deadlines.draft.state).toBe('late');
});

test('a finished postmortem stands until it is revised, and its course is kept', async () => {
  const { id, canGo } = await open();
  expect(canGo).toEqual(['finish', 'withdraw']);
  await writer.client.postmortems.finish({ id });
  const edit = () =>
    writer.client.postmortems.editSection({ postmortemId: id, id: 'impact', markdown: 'More.' });
  await expect(edit()).rejects.toMatchObject({ code: 'conflict' });
  const revised = await writer.client.postmortems.revise({ id, reason: 'The figures were wrong.' });
  expect(revised.moves).toMatchObject([
    { transition: 'finish', from: 'draft', to: 'ready', by: { name: 'Ada' } },
    { transition: 'revise', from: 'ready', to: 'draft', reason: 'The figures were wrong.' },
  ]);
  await edit();
  await expect(writer.client.postmortems.withdraw({ id, reason: 'n/a' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('lists are filtered, and page after page holds each postmortem once', async () => {
  const reader = await server.as({ roles: ['viewer'] });
  const ours = await Promise.all(['one', 'two', 'three'].map(name => open({ title: `Paging ${name}` })));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.client.postmortems.list({
      text: 'paging',
      limit: 1,
      ...(cursor && { cursor }),
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.sort()).toEqual(ours.map(({ id }) => id).sort());
  const { items } = await reader.client.postmortems.list({
    incidentId: ours[0]!.incident.number,
    state: ['draft'],
    kind: ['full'],
  });
  expect(items.map(({ id }) => id)).toEqual([ours[0]!.id]);
});
