import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyBundle } from '../../../../test/builders/bundle.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import { insertDraft } from '../../postmortems/bundleStore.ts';
import { sweepEvidence } from '../sweep/sweepEvidence.ts';
import { insertFiles } from './runStore.ts';
import { thinReadings } from './thinReadings.ts';

const DAY = 24 * 3_600_000;
const RECORDS = 'evidence/records.parquet';

let server: TestServer;
let ada: TestPerson;
let incidentId: string;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['responder', 'owner', 'administrator'], name: 'Ada' });
});
afterAll(() => server.close());
beforeEach(async () => {
  incidentId = (await ada.client.incidents.declare({ title: 'Queue stuck', severity: 'sev2' })).id;
});

/** Puts a reading, its draft and its files where the recorder leaves them. */
async function read(version: number): Promise<string> {
  const id = randomUUIDv7();
  server.clock.forward(1_000);
  const at = server.clock.now().toISOString();
  await server.db
    .insertInto('reading')
    .values({ id, incidentId, version, state: 'done', options: '{}', requestedAt: at, endedAt: at })
    .execute();
  const summary = [{ text: `What reading ${version} said.`, cites: [], basis: 'inferred' as const }];
  await insertDraft(server.db, { id, incidentId, bundle: { ...emptyBundle(), summary }, at });
  const files = [];
  for (const path of [RECORDS, 'evidence/redactions.parquet', 'evidence/manifest.jsonl']) {
    const content = Buffer.from(`${path} of ${id}`);
    const { key, bytes, sha256 } = await server.platform.objects.put(content, { prefix: `readings/${id}` });
    files.push({ path, objectKey: key, bytes, sha256 });
  }
  await insertFiles(server.db, id, files);
  return id;
}

const context = () => ({ platform: server.platform, signal: new AbortController().signal, attempt: 1 });
const run = () => thinReadings({}, context());

/** Versions of the readings whose records are there. */
const thick = async (): Promise<number[]> =>
  (await ada.client.readings.list({ incidentId })).items
    .filter(({ thinnedAt }) => thinnedAt === null)
    .map(({ version }) => version)
    .toReversed();

test('records and drafts of old readings go, on record; the newest, results and manifests stay', async () => {
  const [first] = [await read(1), await read(2)];
  await run();
  expect(await thick()).toEqual([1, 2]);
  server.clock.forward(31 * DAY);
  const third = await read(3);
  await run();
  expect(await thick()).toEqual([3]);

  const files = await server.db.selectFrom('readingFile').select(['readingId', 'path']).execute();
  expect(files.filter(({ readingId }) => readingId === first).map(({ path }) => path)).toEqual([
    'evidence/manifest.jsonl',
  ]);
  await expect(ada.client.records.search({ incidentId, readingId: first })).rejects.toThrow('were given up');
  await expect(ada.client.readings.replacements({ incidentId, readingId: first })).rejects.toThrow(
    'given up',
  );
  await expect(ada.client.drafts.get({ incidentId, readingId: first })).rejects.toThrow('were given up');
  expect((await ada.client.drafts.get({ incidentId })).summary).toMatchObject([
    { text: 'What reading 3 said.' },
  ]);
  const drafts = await server.db.selectFrom('incidentDraft').select('id').execute();
  expect(drafts).toEqual([{ id: third }]);
  const manifest = await ada.client.readings.manifest({ incidentId, readingId: first });
  expect(await new Response(manifest).text()).toContain('manifest.jsonl of');
  const { items } = await ada.client.audit.list({ incidentId, operation: ['readings.thin'] });
  expect(items).toHaveLength(2);
  const event = await ada.client.audit.get({ id: items.find(({ subject }) => subject?.id === first)!.id });
  expect(JSON.stringify(event.before)).toContain(RECORDS);

  await run();
  expect((await ada.client.audit.list({ incidentId, operation: ['readings.thin'] })).items).toHaveLength(2);
  const later = { ...server.platform, now: () => new Date(Date.now() + 2 * DAY) };
  await sweepEvidence({}, { ...context(), platform: later });
  const kept = await Array.fromAsync(server.platform.objects.list('readings'), ({ key }) => key);
  expect(kept.filter(key => key.includes(first))).toHaveLength(1);
  expect(kept.filter(key => key.includes(third))).toHaveLength(3);
});

test('what a postmortem was filled from stays, in whichever version', async () => {
  await read(1);
  await read(2);
  const { id, version } = await ada.client.postmortems.open({ incidentId });
  await read(3);
  await read(4);
  await ada.client.postmortems.refill({ id }, { context: { ifMatch: version } });
  await read(5);
  server.clock.forward(31 * DAY);
  await run();
  expect(await thick()).toEqual([2, 4, 5]);
});

test('what a person’s text names stays: in a note and its past, a section and its past, a finding, an action', async () => {
  const ids: string[] = [];
  for (let version = 1; version <= 7; version++) ids.push(await read(version));
  const link = (version: number) => `see /incidents/INC-1/evidence?reading=${ids[version - 1]}&record=7`;
  const note = await ada.client.notes.add({ incidentId, body: link(1) });
  await ada.client.notes.edit(
    { id: note.id, body: 'nothing any more' },
    { context: { ifMatch: note.version } },
  );
  const opened = await ada.client.postmortems.open({ incidentId });
  await read(8);
  const section = opened.sections[0]!;
  const write = (markdown: string, ifMatch: number) =>
    ada.client.postmortems.editSection(
      { postmortemId: opened.id, id: section.id, markdown },
      { context: { ifMatch } },
    );
  const { version } = await write(link(2), opened.version);
  await write('rewritten', version);
  await ada.client.findings.add({
    postmortemId: opened.id,
    statement: link(3),
    kind: 'cause',
  });
  await ada.client.actions.add({
    incidentId,
    title: 'Alert earlier',
    description: link(4),
    kind: 'detect',
  });
  server.clock.forward(31 * DAY);
  await run();
  // The seventh filled the postmortem, the eighth is the newest.
  expect(await thick()).toEqual([1, 2, 3, 4, 7, 8]);
});

test('nothing goes where they are kept for ever', async () => {
  await read(1);
  await read(2);
  server.clock.forward(1_000 * DAY);
  await thinReadings({}, { ...context(), platform: { ...server.platform, readingDays: 0 } });
  expect(await thick()).toEqual([1, 2]);
});
