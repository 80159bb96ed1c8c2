import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
let ada: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['viewer', 'administrator'] });
});
afterAll(() => server.close());

const add = (key: string, body: unknown, person = ada) =>
  person.send('POST', '/services', { body, headers: { 'idempotency-key': key } });

const namesLike = async (name: string): Promise<string[]> => {
  const { items } = await ada.client.services.list({});
  return items.map(service => service.name).filter(found => found.startsWith(name));
};

test('asked again, a change is not made again, and answers as before', async () => {
  const body = { name: 'again', tier: 1 };
  const first = await add('k-again', body);
  const second = await add('k-again', body);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(JSON.stringify(second.body)).toBe(JSON.stringify(first.body));
  expect([first.headers['idempotent-replayed'], second.headers['idempotent-replayed']]).toEqual([
    undefined,
    'true',
  ]);
  expect(first.headers.etag).toMatch(/^"1/);
  expect(second.headers.etag).toMatch(/^"1/);
  expect(await namesLike('again')).toEqual(['again']);
});

test('two at once make one change', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => add('k-once', { name: 'once', tier: 1 })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
});

test('a key stands for one input of one person', async () => {
  await add('k-mine', { name: 'mine', tier: 1 });
  expect(await add('k-mine', { name: 'other', tier: 1 })).toMatchObject({
    status: 422,
    body: { code: 'invalid' },
  });
  const bea = await server.as({ roles: ['viewer', 'administrator'] });
  expect((await add('k-mine', { name: 'hers', tier: 1 }, bea)).status).toBe(201);
});

test('what was refused may be tried again under its key', async () => {
  await add('k-first', { name: 'taken', tier: 1 });
  expect((await add('k-refused', { name: 'taken', tier: 1 })).status).toBe(409);
  const [service] = (await ada.client.services.list({})).items.filter(({ name }) => name === 'taken');
  await ada.client.services.edit({ id: service!.id, name: 'no longer taken' });
  expect((await add('k-refused', { name: 'taken', tier: 1 })).status).toBe(201);
});

test.each(['', 'k'.repeat(201)])('a key of another form is refused: “%s”', async key => {
  expect((await add(key, { name: 'never', tier: 1 })).status).toBe(422);
  expect(await namesLike('never')).toEqual([]);
});
