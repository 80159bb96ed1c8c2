import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
let responder: TestPerson;
let security: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder', 'owner'], name: 'Robin' });
  security = await server.as({ roles: ['security'] });
});
afterAll(() => server.close());

const DAY = 86_400_000;

const declare = (more: object = {}, by = responder) =>
  by.client.incidents.declare({ title: 'Pods pending', severity: 'sev3', ...more });

const addService = async (name: string) => (await responder.client.services.add({ name, tier: 2 })).id;

test('the decision follows from what people answer, and says why and what is still open', async () => {
  const { id } = await declare();
  const { incidents } = responder.client;
  const first = await incidents.decision({ id });
  expect(first).toMatchObject({ kind: 'undecided', reasons: [], overridden: null });
  expect(first.facts.find(({ fact }) => fact === 'customerFacing')).toMatchObject({
    value: null,
    isOpen: true,
  });

  const full = await incidents.answerChecklist({
    id,
    answers: { customerFacing: true, sloBreached: true, securitySensitive: false, dataLoss: false },
  });
  expect(full).toMatchObject({ kind: 'full', priority: 'normal', requires: [] });
  expect(full.reasons[0]).toContain('objective');

  const short = await incidents.answerChecklist({ id, answers: { sloBreached: false } });
  expect(short.kind).toBe('short');
  const open = await incidents.answerChecklist({ id, answers: { sloBreached: null } });
  expect(open.facts.find(({ fact }) => fact === 'sloBreached')).toMatchObject({ value: null, basis: 'none' });
});

test('what the incident says itself needs no answer, and an answer goes before it', async () => {
  const impact = [{ measure: 'customersAffected', value: 12, basis: 'measured' as const, how: 'tickets' }];
  const { id } = await declare({ useCase: 'security-incident', impact });
  const decision = await responder.client.incidents.decision({ id });
  expect(decision).toMatchObject({ kind: 'security', priority: 'high', requires: ['security', 'legal'] });
  expect(decision.facts.find(({ fact }) => fact === 'customerFacing')).toMatchObject({
    value: true,
    basis: 'incident',
  });
  const answered = await responder.client.incidents.answerChecklist({
    id,
    answers: { securitySensitive: false },
  });
  expect(answered.facts.find(({ fact }) => fact === 'securitySensitive')).toMatchObject({
    value: false,
    basis: 'answer',
  });
});

test('an edit of the severity changes the decision', async () => {
  const { id } = await declare();
  const answers = { securitySensitive: false, dataLoss: false, harmless: false };
  const before = await responder.client.incidents.answerChecklist({ id, answers });
  expect(before.kind).toBe('undecided');
  await responder.client.incidents.edit({ id, severity: 'sev1' });
  expect((await responder.client.incidents.decision({ id })).kind).toBe('full');
});

test('what comes back within 30 days is found, named, and gets priority', async () => {
  const serviceIds = [await addService('Scheduler')];
  const first = await declare({ title: 'Nodes churn', serviceIds, causeClass: 'capacity' });
  server.clock.forward(29 * DAY);
  const second = await declare({ serviceIds, causeClass: 'capacity' });
  const decision = await responder.client.incidents.decision({ id: second.id });
  expect(decision).toMatchObject({ kind: 'full', priority: 'high', requires: ['cross-team review'] });
  expect(decision.similar).toMatchObject([{ number: first.number, title: 'Nodes churn' }]);
  expect(decision.reasons[0]).toContain('Nodes churn');
  expect((await responder.client.incidents.decision({ id: first.id })).similar).toEqual([]);
  server.clock.forward(31 * DAY);
  const third = await declare({ serviceIds, causeClass: 'capacity' });
  expect((await responder.client.incidents.decision({ id: third.id })).similar).toEqual([]);
});

test.each([
  ['the same service and another cause', { causeClass: 'capacity' }, { causeClass: 'load' }, false],
  ['the same service and no cause yet', {}, {}, false],
  [
    'the same service and a cause that nobody knows',
    { causeClass: 'unknown' },
    { causeClass: 'unknown' },
    false,
  ],
  ['the same service and the same use case', { useCase: 'cold-starts' }, { useCase: 'cold-starts' }, true],
])('%s: a repetition? %s → %s: %s', async (name, before, after, isRepeated) => {
  const serviceIds = [await addService(`Service of ${name}`)];
  await declare({ serviceIds, ...before });
  server.clock.forward(DAY);
  const { id } = await declare({ serviceIds, ...after });
  expect((await responder.client.incidents.decision({ id })).similar.length > 0).toBe(isRepeated);
});

test('without a common service, all three terms must agree', async () => {
  const terms = { layer: 'L7', causeClass: 'third-party', useCase: 'third-party-outage' };
  await declare(terms);
  server.clock.forward(DAY);
  const same = await declare(terms);
  const other = await declare({ ...terms, layer: 'L1' });
  expect((await responder.client.incidents.decision({ id: same.id })).similar.length).toBe(1);
  expect((await responder.client.incidents.decision({ id: other.id })).similar).toEqual([]);
});

test('a restricted incident is nobody’s repetition, so that no decision tells of it', async () => {
  const serviceIds = [await addService('Vault')];
  const secret = await declare({ title: 'Keys copied', serviceIds, causeClass: 'security' }, security);
  await security.client.incidents.restrict({ id: secret.id, reason: 'An attacker may read along.' });
  const { id } = await declare({ serviceIds, causeClass: 'security' });
  expect(JSON.stringify(await responder.client.incidents.decision({ id }))).not.toContain('Keys copied');
});

test('a decision is overridden with a note, and the computed one stays visible', async () => {
  const { id } = await declare({ severity: 'sev5' });
  const { incidents } = responder.client;
  await expect(incidents.overrideDecision({ id, kind: 'full', note: 'tbd' })).rejects.toMatchObject({
    code: 'invalid',
  });
  const note = 'The board asked for it, because the vendor changed.';
  const overridden = await incidents.overrideDecision({ id, kind: 'full', note });
  expect(overridden).toMatchObject({
    kind: 'full',
    computed: 'undecided',
    overridden: { kind: 'full', note, by: { id: responder.id, name: 'Robin' } },
  });
  const withdrawn = await incidents.withdrawOverride({ id });
  expect(withdrawn).toMatchObject({ kind: 'undecided', overridden: null });
  await expect(incidents.withdrawOverride({ id })).rejects.toMatchObject({ code: 'conflict' });
});
