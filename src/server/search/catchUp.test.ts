import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { until } from '../../../test/harness/until.ts';
import { startCatchUp } from './catchUp.ts';

let server: TestServer;
let ada: TestPerson;
let incidentId: string;

beforeEach(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['responder'] });
  incidentId = (await ada.client.incidents.declare({ title: 'Nobody can pay', severity: 'sev2' })).id;
});
afterEach(() => server.close());

const write = (body: string) => ada.client.notes.add({ incidentId, body });
const isFound = async (text: string) => (await ada.client.search.find({ text })).total === 1;
const countStale = async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from search_stale`.execute(
    server.db,
  );
  return rows[0]!.count;
};

test('a search finds what was written a moment ago, and what it says now', async () => {
  const note = await write('greylisting');
  expect(await isFound('greylisting')).toBe(true);
  await ada.client.notes.edit({ id: note.id, body: 'tarpitting' }, { context: { ifMatch: note.version } });
  expect([await isFound('greylisting'), await isFound('tarpitting')]).toEqual([false, true]);
});

test('searches at once all find what was written before them', async () => {
  await Promise.all(Array.from({ length: 250 }, (_, n) => write(`line${n}`)));
  const found = await Promise.all(['line0', 'line120', 'line249'].map(isFound));
  expect(found).toEqual([true, true, true]);
});

test('notes are indexed though nobody searches', async () => {
  const indexing = startCatchUp(server.platform);
  await write('greylisting');
  indexing.poke();
  await until(async () => ((await countStale()) === 0 ? true : undefined));
  await indexing.stop();
});

test('a search does not wait for a change of an incident that takes long', async () => {
  const note = await write('greylisting');
  await server.db.transaction().execute(async transaction => {
    await sql`select from incident where id = ${incidentId}::uuid for update`.execute(transaction);
    expect((await ada.client.search.find({ text: 'pay' })).items.map(({ id }) => id)).toEqual([incidentId]);
    expect(await isFound('greylisting')).toBe(false);
  });
  expect(await isFound('greylisting')).toBe(true);
  expect(note.version).toBe(1);
});
