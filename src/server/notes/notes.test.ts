import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let author: TestPerson;
let other: TestPerson;
let incidentId: string;

beforeAll(async () => {
  server = await startTestServer();
  author = await server.as({ roles: ['responder'], name: 'Ada' });
  other = await server.as({ roles: ['responder', 'administrator'] });
  incidentId = (await author.client.incidents.declare({ title: 'Disk full', severity: 'sev3' })).id;
});
afterAll(() => server.close());

test.each([
  '# Heading\r\n\r\n  indented\t\n\n- [x] done   \n',
  '<img src=x onerror=alert(1)>',
  '\u202Eright to left\u202C and z\u0301a\u030Algo',
  '‹secret:k7f3›',
  '\uFEFFa byte order mark',
])('the Markdown %j is kept byte for byte', async body => {
  const { id } = await author.client.notes.add({ incidentId, body });
  const { items } = await author.client.notes.list({ incidentId, limit: 200 });
  expect(items.find(note => note.id === id)!.body).toBe(body);
});

test('a note is rewritten by its author only, and every version stays', async () => {
  const note = await author.client.notes.add({ incidentId, body: 'one' });
  expect(note).toMatchObject({ version: 1, author: { id: author.id, name: 'Ada' } });
  await expect(other.client.notes.edit({ id: note.id, body: 'mine now' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await author.client.notes.edit({ id: note.id, body: 'two' });
  const third = await author.client.notes.edit({ id: note.id, body: 'three' });
  expect(third.version).toBe(3);
  const first = await other.client.notes.versions({ id: note.id, limit: 2 });
  expect(first.items.map(({ version, body }) => [version, body])).toEqual([
    [3, 'three'],
    [2, 'two'],
  ]);
  const rest = await other.client.notes.versions({ id: note.id, limit: 2, cursor: first.nextCursor! });
  expect(rest.items.map(({ body }) => body)).toEqual(['one']);
});

test('of two rewritings of one version the second is refused', async () => {
  const { id, version } = await author.client.notes.add({ incidentId, body: 'one' });
  const edit = (body: string) =>
    author.send('PATCH', `/notes/${id}`, { body: { body }, headers: { 'if-match': `"${version}"` } });
  const answers = await Promise.all([edit('a'), edit('b')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('an empty note, and one on an incident that is not there, are refused', async () => {
  await expect(author.client.notes.add({ incidentId, body: ' \n' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(author.client.notes.add({ incidentId: 'INC-99999', body: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
});
