import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyBundle, excerpt } from '../../../test/builders/bundle.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import type { Bundle, Citation } from '../../core/document/bundle.ts';
import { insertDraft } from './bundleStore.ts';

let server: TestServer;
let ada: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['responder'], name: 'Ada' });
});
afterAll(() => server.close());

const declare = async () =>
  (await ada.client.incidents.declare({ title: 'Queue stuck', severity: 'sev2' })).id;

const cite = (id: string, body: string): Citation => ({
  id,
  label: body,
  records: [excerpt({ body })],
  count: 1,
});
const say = (text: string, id: string) => ({ text, cites: [id], basis: 'evidence' as const });

/** Puts a draft where a reading of the evidence leaves it. */
async function draft(incidentId: string, version: number, bundle: Partial<Bundle>): Promise<void> {
  const id = randomUUIDv7();
  const at = server.clock.now().toISOString();
  await server.db
    .insertInto('reading')
    .values({ id, incidentId, version, state: 'done', options: '{}', requestedAt: at })
    .execute();
  await insertDraft(server.db, { id, incidentId, bundle: { ...emptyBundle(), ...bundle }, at });
}

const sectionOf = (
  postmortem: { sections: { id: string; markdown: string; writtenBy: string }[] },
  id: string,
) => postmortem.sections.find(section => section.id === id)!;

test('a postmortem is filled from the draft, and its sentences keep their evidence', async () => {
  const incidentId = await declare();
  await draft(incidentId, 1, {
    summary: [say('The queue stood still for eleven minutes.', 'e2')],
    citations: [cite('e1', 'never cited'), cite('e2', 'consumer\u0000 stopped \ud800')],
  });
  const opened = await ada.client.postmortems.open({ incidentId });
  expect(sectionOf(opened, 'summary')).toMatchObject({
    markdown: '- The queue stood still for eleven minutes. [e1](#e1)',
    writtenBy: 'draft',
  });
  const { items } = await ada.client.postmortems.citations({ id: opened.id });
  expect(items).toMatchObject([{ id: 'e1', records: [{ body: 'consumer\u0000 stopped \ud800' }] }]);
  expect(opened.deadlines.draft.doneAt).not.toBeNull();
});

test('a newer draft fills only what no person wrote, and old names of evidence keep their meaning', async () => {
  const incidentId = await declare();
  const errors = cite('e1', 'errors');
  await draft(incidentId, 1, {
    summary: [say('Errors began at 12:07.', 'e1')],
    unknowns: [say('Why only one region?', 'e1')],
    citations: [errors],
  });
  const { id } = await ada.client.postmortems.open({ incidentId });
  await ada.client.postmortems.editSection({
    postmortemId: id,
    id: 'unknowns',
    markdown: 'Nothing. [e1](#e1)',
  });
  await draft(incidentId, 2, {
    summary: [say('A deploy came before.', 'e1'), say('Errors began at 12:07.', 'e2')],
    unknowns: [say('Who deployed?', 'e1')],
    citations: [cite('e1', 'deploy'), { ...errors, id: 'e2' }],
  });

  const refilled = await ada.client.postmortems.refill({ id });
  expect(sectionOf(refilled, 'summary').markdown).toBe(
    '- A deploy came before. [e2](#e2)\n- Errors began at 12:07. [e1](#e1)',
  );
  expect(sectionOf(refilled, 'unknowns').markdown).toBe('Nothing. [e1](#e1)');
  await expect(ada.client.postmortems.refill({ id, sectionIds: ['unknowns'] })).rejects.toMatchObject({
    code: 'conflict',
  });

  await ada.client.postmortems.editSection({ postmortemId: id, id: 'unknowns', markdown: '' });
  const emptied = await ada.client.postmortems.refill({ id });
  expect(sectionOf(emptied, 'unknowns').markdown).toBe('- Who deployed? [e2](#e2)');
  const again = await ada.client.postmortems.refill({ id });
  expect(again.version).toBe(emptied.version);
});

test('without a draft there is nothing to fill from, and it says what to do', async () => {
  const { id } = await ada.client.postmortems.open({ incidentId: await declare() });
  await expect(ada.client.postmortems.refill({ id })).rejects.toThrow(/Put evidence on the incident/);
});

test('actions that the draft proposes are offered with a plan, until one is taken', async () => {
  const incidentId = await declare();
  const title = 'Alert when the queue stands still for two minutes';
  await draft(incidentId, 1, {
    actions: [
      {
        title,
        kind: 'detect',
        verification: '`queue_age_seconds < 120` holds for 30 days',
        because: say('Nobody noticed.', 'e1'),
      },
    ],
    citations: [cite('e1', 'silence')],
  });
  const { items } = await ada.client.actions.proposals({ incidentId });
  expect(items).toMatchObject([
    {
      title,
      because: 'Nobody noticed.',
      remarks: [],
      isTaken: false,
      verification: { kind: 'promql', fields: { days: 30 } },
    },
  ]);
  const { kind, verification } = items[0]!;
  await ada.client.actions.add({ incidentId, title, kind, verification });
  expect((await ada.client.actions.proposals({ incidentId })).items).toMatchObject([{ isTaken: true }]);
});
