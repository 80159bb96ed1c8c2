import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { TEMPLATES } from '../../core/document/templates/index.ts';
import { seedTemplates } from './seedTemplates.ts';

let server: TestServer;
let keeper: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  keeper = await server.as({ roles: ['owner'] });
});
afterAll(() => server.close());

const find = async (defaultId: string) => {
  const { items } = await keeper.client.templates.list({});
  return items.find(template => template.defaultId === defaultId)!;
};

test('every template of the product is there from the start, once, however often a server starts', async () => {
  await Promise.all([seedTemplates(server.db, new Date()), seedTemplates(server.db, new Date())]);
  const { items } = await keeper.client.templates.list({});
  expect(items.map(({ defaultId }) => defaultId).sort()).toEqual(TEMPLATES.map(({ id }) => id).sort());
  expect(items.filter(({ isEdited }) => isEdited)).toEqual([]);
  expect(items.find(({ defaultId }) => defaultId === 'full')?.sections).toEqual(
    TEMPLATES.find(({ id }) => id === 'full')!.sections,
  );
});

test('an edited template keeps its edits at the next start, and gets its own text back on request', async () => {
  const { id, version, sections } = await find('short');
  const edited = await keeper.client.templates.edit(
    { id, name: 'One page', sections: sections.slice(0, 2) },
    { context: { ifMatch: version } },
  );
  expect(edited).toMatchObject({ version: version + 1, name: 'One page', isEdited: true });
  await seedTemplates(server.db, new Date());
  expect((await find('short')).name).toBe('One page');

  const restored = await keeper.client.templates.restoreDefault({ id });
  expect(restored).toMatchObject({ name: 'Short report', isEdited: false, sections });
});

test('a template of one’s own is added, retired and offered again', async () => {
  const [summary] = (await find('full')).sections;
  const added = await keeper.client.templates.add({ name: 'Game day', sections: [summary!] });
  expect(added).toMatchObject({ defaultId: null, isEdited: false, isRetired: false });
  await keeper.client.templates.edit({ id: added.id, isRetired: true });
  const namesOf = async (isRetired: boolean) =>
    (await keeper.client.templates.list({ isRetired })).items.map(({ name }) => name);
  expect(await namesOf(false)).not.toContain('Game day');
  expect(await namesOf(true)).toEqual(['Game day']);
  await keeper.client.templates.edit({ id: added.id, isRetired: false });
  expect(await namesOf(false)).toContain('Game day');
  await expect(keeper.client.templates.restoreDefault({ id: added.id })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('an edit of a version that is no more is refused, and so are two sections with one id', async () => {
  const { id, version, sections } = await find('cost');
  await expect(
    keeper.client.templates.edit({ id, name: 'Money' }, { context: { ifMatch: version + 1 } }),
  ).rejects.toMatchObject({ problem: { status: 412 } });
  await expect(
    keeper.client.templates.edit({ id, sections: [sections[0]!, sections[0]!] }),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('those who keep no templates read them and change none', async () => {
  const responder = await server.as({ roles: ['responder'] });
  const { id } = await find('vendor');
  expect(await responder.client.templates.get({ id })).toMatchObject({ id });
  await expect(responder.client.templates.edit({ id, name: 'Theirs' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
