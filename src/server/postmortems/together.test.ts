import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let ada: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['responder'], name: 'Ada' });
});
afterAll(() => server.close());

async function open() {
  const { id: incidentId } = await ada.client.incidents.declare({
    title: 'Ledger is slow',
    severity: 'sev2',
  });
  const { id } = await ada.client.postmortems.open({ incidentId });
  return { incidentId, id };
}

test('text, findings and actions are changed at once without a refusal, and completeness counts them all', async () => {
  const { incidentId, id } = await open();
  const { actions, findings, postmortems } = ada.client;
  const add = (title: string, findingId: string | null = null) =>
    actions.add({ incidentId, postmortemId: id, findingId, title, kind: 'prevent' });
  const cause = await findings.add({ postmortemId: id, statement: 'Retries had no limit.', kind: 'cause' });
  const [one, two] = await Promise.all([
    add('Limit retries of the ledger', cause.id),
    add('Alert on a full pool', cause.id),
  ]);

  const results = await Promise.allSettled([
    postmortems.editSection({ postmortemId: id, id: 'impact', markdown: 'Payments failed.' }),
    actions.edit({ id: one.id, title: 'Limit retries of the ledger client to three per request' }),
    findings.add({
      postmortemId: id,
      statement: 'The pool of the ledger was exhausted by retries.',
      kind: 'cause',
    }),
    actions.editMany({ items: [{ id: two.id }, { id: one.id }], dueOn: '2026-05-01' }),
    findings.remove({ id: cause.id }),
    add('Shed load before the pool of the ledger is empty'),
    postmortems.edit({ id, dueOn: '2026-05-02' }),
    actions.start({ id: two.id }),
    postmortems.editSection({ postmortemId: id, id: 'summary', markdown: 'Payments failed for an hour.' }),
  ]);
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);

  const measured = await postmortems.get({ id });
  const again = await findings.add({ postmortemId: id, statement: 'It was a Monday.', kind: 'lucky' });
  expect(again.version).toBe(1);
  const after = await postmortems.get({ id });
  expect(after.sections.map(({ completeness }) => completeness)).toEqual(
    measured.sections.map(({ completeness }) => completeness),
  );
  expect((await actions.get({ id: one.id })).findingId).toBeNull();
});

test('a postmortem that two open at once is opened once', async () => {
  const { id: incidentId } = await ada.client.incidents.declare({ title: 'Twice', severity: 'sev2' });
  const results = await Promise.allSettled([1, 2, 3].map(() => ada.client.postmortems.open({ incidentId })));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await ada.client.postmortems.list({ incidentId })).items).toHaveLength(1);
});

test('an edit of a section is on record with what stood there and what stands there', async () => {
  const { id } = await open();
  await ada.client.postmortems.editSection({ postmortemId: id, id: 'impact', markdown: 'Payments failed.' });
  const { before, after } = await server.db
    .selectFrom('auditEvent')
    .select(['before', 'after'])
    .where('subjectId', '=', id)
    .where('operation', '=', 'postmortems.editSection')
    .executeTakeFirstOrThrow();
  const [was, is] = [before, after].map(opening => JSON.parse(opening!).value);
  expect(was).toMatchObject({ version: 1, sections: [{ id: 'impact', writtenBy: 'nobody' }] });
  expect(is).toMatchObject({ version: 2, sections: [{ id: 'impact', writtenBy: 'person' }] });
  const { markdown } = await server.db
    .selectFrom('postmortemText')
    .select('markdown')
    .where('id', '=', is.sections[0].textId)
    .executeTakeFirstOrThrow();
  expect(markdown).toBe('Payments failed.');
});
