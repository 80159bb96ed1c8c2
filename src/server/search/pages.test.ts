import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

/** More than are ranked: half of them have the word in the title. */
const INCIDENTS = 260;

let server: TestServer;
let ada: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['responder'] });
  for (let nth = 0; nth < INCIDENTS; nth++) {
    server.clock.forward(60_000);
    const [title, summary] =
      nth % 2 ? ['A broker stands still', ''] : ['Mails are late', 'The broker is full.'];
    await ada.client.incidents.declare({ title: title!, summary: summary!, severity: 'sev3' });
  }
});
afterAll(() => server.close());

async function walk(limit: number) {
  const pages: { id: string; at: string }[][] = [];
  let cursor: string | null | undefined;
  do {
    const page = await ada.client.search.find({ text: 'broker', limit, ...(cursor && { cursor }) });
    expect(page.total).toBe(INCIDENTS);
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return pages;
}

test.each([7, 50, 100])('pages of %i show every hit once, also those behind what is ranked', async limit => {
  const pages = await walk(limit);
  expect(pages.slice(0, -1).every(page => page.length === limit)).toBe(true);
  const shown = pages.flat();
  expect(new Set(shown.map(({ id }) => id)).size).toBe(INCIDENTS);
  expect(shown).toHaveLength(INCIDENTS);
});

test('what is not ranked follows by age', async () => {
  const shown = (await walk(100)).flat().map(({ at }) => at);
  const behind = shown.slice(-60);
  expect(behind).toEqual(behind.toSorted().reverse());
});

test('a cursor of another list is refused', async () => {
  const { nextCursor } = await ada.client.search.find({ text: 'broker', sort: 'newest', limit: 5 });
  await expect(ada.client.search.find({ text: 'broker', cursor: nextCursor! })).rejects.toMatchObject({
    code: 'invalid',
  });
  const ofIncidents = await ada.client.incidents.list({ limit: 1 });
  await expect(
    ada.client.search.find({ text: 'broker', sort: 'newest', cursor: ofIncidents.nextCursor! }),
  ).rejects.toMatchObject({ code: 'invalid' });
});
