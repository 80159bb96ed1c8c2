import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import { until } from '../../../../test/harness/until.ts';
import { uploadFile } from '../../../../test/harness/uploadFile.ts';
import { exampleOf } from '../../../contract/exampleOf.ts';
import { jsonSchemaOf } from '../../../contract/jsonSchema.ts';
import { listOperations } from '../../../contract/listOperations.ts';
import { jobs } from '../../allJobs.ts';
import { startJobs } from '../../platform/jobs/startJobs.ts';
import { sweepEvidence } from '../sweep/sweepEvidence.ts';

type Ask = (input: unknown) => Promise<unknown>;

let server: TestServer;
let responder: TestPerson;
let custodian: TestPerson;
let security: TestPerson;
let outsider: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  [responder, custodian, security, outsider] = await Promise.all([
    server.as({ roles: ['responder'], name: 'Ada' }),
    server.as({ roles: ['custodian'], name: 'Cleo' }),
    server.as({ roles: ['security'] }),
    server.as({ roles: ['responder', 'owner', 'custodian'] }),
  ]);
});
afterAll(() => server.close());

const LOG = Array.from(
  { length: 50 },
  (_, n) =>
    `2026-01-01T00:00:${String(n).padStart(2, '0')}Z ${n % 10 ? 'INFO' : 'ERROR'} order ${n} of ada@example.com\n`,
).join('');

/** An incident with a log that was read. */
async function readIncident(): Promise<{ incidentId: string; evidenceId: string; readingId: string }> {
  const { id: incidentId } = await responder.client.incidents.declare({
    title: 'Orders fail',
    severity: 'sev2',
  });
  const bytes = new TextEncoder().encode(LOG);
  const { id: evidenceId } = await uploadFile(responder.client, incidentId, { name: 'web/app.log', bytes });
  return { incidentId, evidenceId, readingId: await readAll(incidentId) };
}

async function readAll(incidentId: string): Promise<string> {
  const { platform, pool } = server;
  const running = await startJobs({ platform, pool, jobs, schedule: [], concurrency: 2, isAlone: true });
  try {
    return await until(async () => {
      const [newest] = (await responder.client.readings.list({ incidentId })).items;
      return newest?.state === 'done' ? newest.id : undefined;
    });
  } finally {
    await running.stop();
  }
}

const activity = async (incidentId: string) =>
  (await responder.client.incidents.activity({ id: incidentId })).items.map(
    ({ operation, kind }) => `${operation} ${kind}`,
  );

test('a sealed original opens for a custodian with a reason, and stands on record before a byte leaves', async () => {
  const { incidentId, evidenceId } = await readIncident();
  const url = `/evidence/${evidenceId}/original`;
  expect((await responder.send('GET', `${url}?reason=curious`)).status).toBe(403);
  expect((await custodian.send('GET', url)).status).toBe(422);
  expect(await activity(incidentId)).not.toContain('evidence.original evidence_read');

  const { status, body, headers } = await custodian.send('GET', `${url}?reason=Asked%20by%20the%20court`);
  expect({ status, body }).toEqual({ status: 200, body: LOG });
  expect(headers['content-disposition']).toContain('app.log');
  const { items } = await responder.client.evidence.custody({ id: evidenceId });
  expect(items[0]).toMatchObject({
    operation: 'evidence.original',
    kind: 'evidence_read',
    actor: { name: 'Cleo' },
    reason: 'Asked by the court',
  });
  expect(items.map(({ operation }) => operation)).toEqual([
    'evidence.original',
    'readings.finish',
    'uploads.complete',
    'uploads.begin',
  ]);
});

test('evidence is renamed and described, each on the version that was seen', async () => {
  const { evidenceId } = await readIncident();
  const edited = await responder.client.evidence.edit(
    { id: evidenceId, name: 'checkout.log', description: 'From the **old** cluster' },
    { context: { ifMatch: 1 } },
  );
  expect(edited).toMatchObject({ version: 2, name: 'checkout.log', description: 'From the **old** cluster' });
  const stale = responder.client.evidence.edit({ id: evidenceId, name: 'x' }, { context: { ifMatch: 1 } });
  await expect(stale).rejects.toMatchObject({ code: 'conflict' });
});

test('removed evidence is gone from everything that was read, but not from the chain of custody', async () => {
  const { incidentId, evidenceId } = await readIncident();
  await uploadFile(responder.client, incidentId, {
    name: 'other.log',
    bytes: new TextEncoder().encode('2026-01-01T00:00:00Z INFO one\n'),
  });
  await readAll(incidentId);
  const removed = await responder.client.evidence.remove({ id: evidenceId, reason: 'Of another customer' });
  expect(removed.removal).toMatchObject({ by: { name: 'Ada' }, reason: 'Of another customer' });
  await expect(responder.client.records.search({ incidentId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(responder.client.drafts.get({ incidentId })).rejects.toMatchObject({ code: 'not_found' });

  await readAll(incidentId);
  const { items: records } = await responder.client.records.search({ incidentId });
  expect(records.map(({ path, body }) => [path, body])).toEqual([['other.log', 'one']]);
  expect((await custodian.send('GET', `/evidence/${evidenceId}/original?reason=x`)).status).toBe(409);
  expect(await Array.fromAsync(server.platform.objects.list(`evidence/${incidentId}`))).toHaveLength(1);
  const { items } = await responder.client.evidence.list({ incidentId, includeRemoved: true });
  expect(items).toHaveLength(2);
  const custody = await responder.client.evidence.custody({ id: evidenceId });
  expect(custody.items[0]).toMatchObject({ operation: 'evidence.remove', reason: 'Of another customer' });
});

test('records are searched, counted and cited over the API', async () => {
  const { incidentId, readingId } = await readIncident();
  const { client } = responder;
  const errors = await client.records.search({ incidentId, level: ['error'], text: 'ORDER' });
  expect(errors.items.map(({ at }) => at)).toEqual(
    [0, 10, 20, 30, 40].map(n => `2026-01-01T00:00:${String(n).padStart(2, '0')}Z`),
  );
  const newest = await client.records.search({ incidentId, order: 'newest', limit: 2 });
  const next = await client.records.search({
    incidentId,
    order: 'newest',
    limit: 2,
    cursor: newest.nextCursor!,
  });
  expect([...newest.items, ...next.items].map(({ number }) => number)).toEqual([49, 48, 47, 46]);
  const facets = await client.records.facets({ incidentId, level: 'error' as never });
  expect(facets).toMatchObject({
    records: 5,
    level: [
      { value: 'info', records: 45 },
      { value: 'error', records: 5 },
    ],
  });
  const { counts } = await client.records.histogram({ incidentId, buckets: 5 });
  expect(counts).toEqual([10, 10, 10, 10, 10]);
  const { patterns } = await client.records.patterns({ incidentId });
  expect(patterns[0]).toMatchObject({ records: 50, pattern: 'order # of #' });
  const around = await client.records.around({ incidentId, readingId, number: 20, before: 1, after: 1 });
  expect(around.records.map(({ number }) => number)).toEqual([19, 20, 21]);
  expect(around.records[0]!.body).not.toContain('ada@example.com');

  // All of these were one look, of every file in the reading; an hour later there is another.
  const looks = async () => {
    const [file] = (await client.evidence.list({ incidentId })).items;
    const { items } = await client.evidence.custody({ id: file!.id });
    return items.filter(({ kind }) => kind === 'evidence_read').map(({ actor }) => actor.name);
  };
  expect(await looks()).toEqual(['Ada']);
  server.clock.forward(61 * 60_000);
  await client.records.search({ incidentId });
  expect(await looks()).toEqual(['Ada', 'Ada']);
});

test('what belongs to a restricted incident is nowhere for others, and on record for those who see it', async () => {
  const { incidentId, evidenceId, readingId } = await readIncident();
  const upload = await responder.client.uploads.begin({ incidentId, name: 'x', bytes: 1 });
  await security.client.incidents.assignRole({ id: incidentId, role: 'commander', personId: responder.id });
  await security.client.incidents.restrict({ id: incidentId, reason: 'Personal data' });

  const ids: Record<string, string> = {
    '/uploads/': upload.id,
    '/evidence/': evidenceId,
    '/readings/': readingId,
    '/incidents/': incidentId,
  };
  const features = ['drafts', 'evidence', 'readings', 'records', 'uploads'];
  const operations = listOperations().filter(({ words }) => features.includes(words[0]));
  expect(operations.length).toBeGreaterThan(25);
  for (const { name, words, path, input, takesBytes } of operations) {
    const id = Object.entries(ids).find(([prefix]) => path.startsWith(prefix))![1];
    const example = exampleOf(jsonSchemaOf(input!, 'input')) as Record<string, unknown>;
    const asked = {
      ...example,
      ...('id' in example && { id }),
      ...('incidentId' in example && { incidentId }),
      ...(takesBytes && { bytes: new Blob(['x']) }),
    };
    const ask = words.reduce<unknown>(
      (at, word) => (at as Record<string, unknown>)[word],
      outsider.client,
    ) as Ask;
    const refusal = await ask(asked).then(
      () => 'an answer',
      (error: { code: string }) => error.code,
    );
    expect([name, refusal]).toEqual([name, 'not_found']);
  }

  const before = (await activity(incidentId)).length;
  await responder.client.evidence.get({ id: evidenceId });
  await responder.client.records.search({ incidentId });
  await responder.client.readings.get({ id: readingId });
  const views = (await activity(incidentId)).slice(0, -before);
  expect(views.filter(entry => entry.endsWith(' view'))).toEqual(
    expect.arrayContaining(['evidence.get view', 'records.search view', 'readings.get view']),
  );
});

test('objects that no row names are swept up after a day, and no other', async () => {
  const { incidentId, evidenceId } = await readIncident();
  const { objects } = server.platform;
  const { key } = await objects.put(Buffer.from('left by a killed writer'), {
    prefix: `evidence/${incidentId}`,
  });
  const sweep = () =>
    sweepEvidence({} as never, { platform: { ...server.platform, now: () => now } } as never);
  let now = new Date();
  await sweep();
  expect(await objects.stat(key)).toBeDefined();
  now = new Date(Date.now() + 25 * 3_600_000);
  await sweep();
  expect(await objects.stat(key)).toBeUndefined();
  expect((await custodian.send('GET', `/evidence/${evidenceId}/original?reason=x`)).status).toBe(200);
  expect((await responder.client.records.search({ incidentId })).items).toHaveLength(50);
});
