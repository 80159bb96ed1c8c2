import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import { parseInstant } from '../../../core/instant.ts';
import type { MomentProposal } from './momentProposal.ts';
import { proposeMoments } from './store.ts';

let server: TestServer;
let responder: TestPerson;
let incidentId: string;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'] });
});
afterAll(() => server.close());
beforeEach(async () => {
  incidentId = (await responder.client.incidents.declare({ title: 'Disk full', severity: 'sev3' })).id;
});

const proposal = (sourceStamp: string, more: Partial<MomentProposal> = {}): MomentProposal => ({
  at: parseInstant(sourceStamp) + 1500,
  until: null,
  kind: 'error-burst',
  title: '12 errors',
  reason: 'ten times as many as before',
  weight: 0.7,
  confidence: null,
  isNotable: true,
  source: 'cart.log',
  service: 'cart',
  sourceStamp,
  correctionUs: 1500,
  uncertaintyUs: 250.2,
  cites: ['e1'],
  ...more,
});

const propose = (evidenceVersion: number, moments: MomentProposal[]) =>
  proposeMoments(server.db, incidentId, { evidenceVersion, moments, at: server.clock.now().toISOString() });

const list = async () => (await responder.client.moments.list({ incidentId })).items;

test('a proposal keeps its source’s stamp, its correction and its uncertainty', async () => {
  await propose(1, [proposal('2026-03-02T09:00:00.000001Z')]);
  expect(await list()).toMatchObject([
    {
      state: 'proposed',
      isEdited: false,
      at: '2026-03-02T09:00:00.001501Z',
      sourceStamp: '2026-03-02T09:00:00.000001Z',
      correctionUs: 1500,
      uncertaintyUs: 251,
      source: 'cart.log',
      service: 'cart',
      proposal: {
        reason: 'ten times as many as before',
        isNotable: true,
        cites: ['e1'],
        evidenceVersion: 1,
        isOutdated: false,
      },
    },
  ]);
});

test('the same version proposed again changes nothing', async () => {
  const moments = [
    proposal('2026-03-02T09:00:00Z'),
    proposal('2026-03-02T09:00:00Z'),
    proposal('2026-03-02T09:01:00Z'),
  ];
  expect(await propose(1, moments)).toBe(true);
  const before = await list();
  expect(before.length).toBe(3);
  expect(await propose(1, moments)).toBe(true);
  expect(await list()).toEqual(before);
});

test('newer evidence moves, replaces and withdraws what nobody touched; older evidence that comes late does nothing', async () => {
  await propose(1, [
    proposal('2026-03-02T09:00:00Z'),
    proposal('2026-03-02T09:05:00Z', { title: 'gone later' }),
  ]);
  const [before] = await list();
  const moved = proposal('2026-03-02T09:00:00Z', {
    at: parseInstant('2026-03-02T09:00:01Z'),
    title: '14 errors',
  });
  await propose(2, [moved, proposal('2026-03-02T09:07:00Z', { title: 'new' })]);
  const after = await list();
  expect(after.map(({ title, at }) => [title, at])).toEqual([
    ['14 errors', '2026-03-02T09:00:01Z'],
    ['new', '2026-03-02T09:07:00.0015Z'],
  ]);
  expect(after[0]).toMatchObject({ id: before!.id, version: 2 });
  expect(await propose(1, [proposal('2026-03-02T08:00:00Z')])).toBe(false);
  expect(await list()).toEqual(after);
});

test('what people edited, kept or dismissed stays as they left it, and learns what the evidence says now', async () => {
  const stamps = ['2026-03-02T09:00:00Z', '2026-03-02T09:01:00Z', '2026-03-02T09:02:00Z'];
  await propose(
    1,
    stamps.map(stamp => proposal(stamp)),
  );
  const [edited, kept, dismissed] = await list();
  await responder.client.moments.edit({ id: edited!.id, title: 'Cart fails for everyone' });
  await responder.client.moments.judge({ incidentId, ids: [kept!.id], state: 'kept' });
  await responder.client.moments.judge({ incidentId, ids: [dismissed!.id], state: 'dismissed' });
  await propose(
    2,
    stamps.slice(0, 2).map(stamp => proposal(stamp, { title: '99 errors' })),
  );
  expect(await list()).toMatchObject([
    {
      title: 'Cart fails for everyone',
      state: 'kept',
      isEdited: true,
      proposal: { title: '99 errors', isOutdated: false },
    },
    { title: '12 errors', state: 'kept', proposal: { title: '99 errors', isOutdated: false } },
    { title: '12 errors', state: 'dismissed', proposal: { title: '12 errors', isOutdated: true } },
  ]);
});

test('what a file showed is withdrawn with it, even under the same version, but for what people judged', async () => {
  await propose(3, [proposal('2026-03-02T09:00:00Z'), proposal('2026-03-02T09:01:00Z')]);
  const [kept] = await list();
  await responder.client.moments.judge({ incidentId, ids: [kept!.id], state: 'kept' });
  await propose(3, []);
  expect(await list()).toMatchObject([{ id: kept!.id, state: 'kept', proposal: { isOutdated: true } }]);
  await propose(3, [proposal('2026-03-02T09:00:00Z')]);
  expect(await list()).toMatchObject([{ id: kept!.id, state: 'kept', proposal: { isOutdated: false } }]);
});

test('two readings that end at once leave one of each moment', async () => {
  const moments = Array.from({ length: 20 }, (_, i) => proposal(`2026-03-02T09:00:${10 + i}Z`));
  const propose = () =>
    server.db
      .transaction()
      .execute(db =>
        proposeMoments(db, incidentId, { evidenceVersion: 1, moments, at: '2026-03-02T10:00:00Z' }),
      );
  await Promise.all([propose(), propose(), propose()]);
  expect((await list()).length).toBe(20);
});

test('text of logs that the database cannot keep is made keepable', async () => {
  await propose(1, [proposal('2026-03-02T09:00:00Z', { title: 'nul \0 and \ud800', source: 'a\0b' })]);
  expect(await list()).toMatchObject([{ title: 'nul \uFFFD and \uFFFD', source: 'a\uFFFDb' }]);
});

test('whatever versions come in whatever order, the newest decides, and a person’s word stands', async () => {
  const version = fc.record({
    version: fc.integer({ min: 1, max: 4 }),
    seconds: fc.uniqueArray(fc.integer({ min: 10, max: 15 }), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 1, maxLength: 5 }), async runs => {
      const incident = await responder.client.incidents.declare({ title: 'Random', severity: 'sev5' });
      incidentId = incident.id;
      const judged = await responder.client.moments.add({
        incidentId,
        at: '2026-03-02T08:00:00Z',
        title: 'by hand',
      });
      let newest = { version: 0, seconds: [] as number[] };
      for (const run of runs) {
        await propose(
          run.version,
          run.seconds.map(second => proposal(`2026-03-02T09:00:${second}Z`)),
        );
        if (run.version >= newest.version) newest = run;
      }
      const shown = await list();
      expect(shown[0]).toEqual(judged);
      expect(shown.slice(1).map(({ sourceStamp }) => Number(sourceStamp.slice(17, 19)))).toEqual(
        newest.seconds.sort((a, b) => a - b),
      );
    }),
    { numRuns: 15 },
  );
});
