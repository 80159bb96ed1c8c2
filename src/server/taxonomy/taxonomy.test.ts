import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let owner: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.as({ roles: ['owner'] });
});
afterAll(() => server.close());

const term = {
  dimension: 'causeClass',
  id: 'vendor-billing',
  name: 'Vendor billing',
  description: 'The invoice was the incident.',
} as const;

test('every installation has ten layers, cause classes, use cases and severities', async () => {
  const { layer, causeClass, useCase, severity } = await owner.client.taxonomy.get();
  expect(layer.map(({ id }) => id)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10']);
  expect([useCase.length, severity.length]).toEqual([10, 5]);
  expect(causeClass.some(({ id }) => id === 'unknown')).toBe(true);
  expect([...layer, ...causeClass, ...useCase].some(({ isOwn }) => isOwn)).toBe(false);
});

test('a word of our own is added, used, reworded and removed; incidents keep it', async () => {
  const added = await owner.client.taxonomy.add(term);
  expect(added.causeClass.at(-1)).toMatchObject({ id: term.id, name: term.name, isOwn: true });
  const { id } = await owner.client.incidents.declare({
    title: 'Bill',
    severity: 'sev4',
    causeClass: term.id,
  });
  const { dimension, id: termId } = term;
  const reworded = await owner.client.taxonomy.edit({ dimension, id: termId, name: 'Billing' });
  expect(reworded.causeClass.at(-1)).toMatchObject({ name: 'Billing', description: term.description });
  await owner.client.taxonomy.remove({ dimension, id: termId });
  const incident = await owner.client.incidents.edit({ id, title: 'Bill again', causeClass: term.id });
  expect(incident.causeClass).toBe(term.id);
  const other = owner.client.incidents.declare({ title: 'Bill', severity: 'sev4', causeClass: term.id });
  await expect(other).rejects.toMatchObject({
    code: 'invalid',
    problem: { issues: [{ path: '/causeClass' }] },
  });
});

test.each([
  ['an id that is taken', { id: 'load' }, '/id'],
  ['an id that is taken in another case', { id: 'LOAD' }, '/id'],
  ['an id with a space', { id: 'no id' }, '/id'],
  ['a name that is taken', { id: 'other', name: 'load' }, '/name'],
])('%s is refused', async (_, more, path) => {
  await expect(owner.client.taxonomy.add({ ...term, ...more })).rejects.toMatchObject({
    code: 'invalid',
    problem: { issues: [{ path }] },
  });
});

test('the given words are not changed, and only keepers add', async () => {
  const given = { dimension: 'layer', id: 'L1' } as const;
  await expect(owner.client.taxonomy.remove(given)).rejects.toMatchObject({ code: 'not_found' });
  await expect(owner.client.taxonomy.edit({ ...given, name: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
  const responder = await server.as({ roles: ['responder'] });
  await expect(responder.client.taxonomy.add(term)).rejects.toMatchObject({ code: 'forbidden' });
});

test('of two who add the same word at once, one is told that it is there', async () => {
  const add = () => owner.client.taxonomy.add({ ...term, id: 'at-once', name: 'At once' });
  const results = await Promise.allSettled([add(), add()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
