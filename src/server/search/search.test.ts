import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let ada: TestPerson;
let viewer: TestPerson;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['responder', 'owner', 'security'], name: 'Ada Lovelace' });
  viewer = await server.as({ roles: ['viewer'] });
  ids.checkout = (await ada.client.services.add({ name: 'checkout-api', tier: 1 })).id;
  const declare = async (name: string, title: string, more: object = {}) => {
    server.clock.forward(3_600_000);
    ids[name] = (await ada.client.incidents.declare({ title, severity: 'sev2', ...more })).id;
  };
  await declare('payment', 'Payment fails for every third order', {
    summary: 'The **retry** storm filled the pool of connections.',
    serviceIds: [ids.checkout],
    layer: 'L3',
  });
  await declare('zoe', 'Zoë’s café import is slow', { severity: 'sev4' });
  await declare('mail', 'Mails are late', { summary: 'Nobody can pay, because payment mails are late.' });
  await ada.client.notes.add({ incidentId: ids.mail!, body: 'Rolled back the greylisting rule.' });
  ids.action = (
    await ada.client.actions.add({
      incidentId: ids.payment!,
      title: 'Limit retries of the connection pool',
      kind: 'prevent',
    })
  ).id;
});
afterAll(() => server.close());

type Asked = Parameters<TestPerson['client']['search']['find']>[0];
const find = (asked: Asked, by = viewer) => by.client.search.find(asked);
const titles = async (asked: Asked, by = viewer) => (await find(asked, by)).items.map(({ title }) => title);
const PAYMENT = 'Payment fails for every third order';

describe('search', () => {
  test.each<[string, string[]]>([
    ['failing payments', [PAYMENT]],
    ['pyament', [PAYMENT, 'Mails are late']],
    ['payment', [PAYMENT, 'Mails are late']],
    ['zoe cafe', ['Zoë’s café import is slow']],
    ['retry', [PAYMENT, 'Limit retries of the connection pool']],
    ['greylisting', ['Mails are late']],
    ['late greylisting', ['Mails are late']],
    ['the storm', [PAYMENT]],
    ['checkout', [PAYMENT, 'Limit retries of the connection pool']],
    ['paym', [PAYMENT, 'Mails are late']],
    ['are', ['Mails are late']],
    ['nothing of this', []],
    ['', ['Limit retries of the connection pool', 'Mails are late', 'Zoë’s café import is slow', PAYMENT]],
    [
      "% _ & | ! ( ' :* <->",
      ['Limit retries of the connection pool', 'Mails are late', 'Zoë’s café import is slow', PAYMENT],
    ],
  ])('“%s” finds %j', async (text, expected) =>
    expect((await titles({ text })).toSorted()).toEqual(expected.toSorted()),
  );

  test('puts titles before texts, and says which words matched', async () => {
    const { items, total, readAs } = await find({ text: 'pyament' });
    expect({ total, readAs }).toEqual({ total: 2, readAs: [{ word: 'pyament', as: ['payment'] }] });
    expect(items[0]).toMatchObject({ id: ids.payment, kind: 'incident', incident: { number: 'INC-1' } });
    for (const { snippets } of items)
      for (const { text, marks } of snippets)
        expect(marks.map(([from, to]) => text.slice(from, to).toLowerCase())).toEqual(['payment']);
  });

  test('finds an incident and what hangs on it by its number, the incident first', async () => {
    const { items } = await find({ text: 'inc-1' });
    expect(items.map(({ id }) => id)).toEqual([ids.payment, ids.action]);
  });

  test('counts each facet under the other filters', async () => {
    const { total, facets } = await find({ severity: 'sev2', kind: 'incident' });
    expect(total).toBe(2);
    expect(facets.severity.map(({ value, count }) => [value, count])).toEqual([
      ['sev2', 2],
      ['sev4', 1],
    ]);
    expect(facets.kind.map(({ value, count }) => [value, count])).toEqual([
      ['incident', 2],
      ['action', 1],
    ]);
    expect(facets.serviceId).toEqual([{ value: ids.checkout, name: 'checkout-api', count: 1 }]);
  });
});

test('a snippet shows what was written, not the links to evidence in it', async () => {
  const { id: postmortemId, sections } = await ada.client.postmortems.open({ incidentId: ids.payment! });
  await ada.client.postmortems.editSection({
    postmortemId,
    id: sections[0]!.id,
    markdown: 'The heron slept [e3](#e3) all day.',
  });
  const { items } = await find({ text: 'heron' });
  expect(items[0]!.snippets.map(({ text }) => text).join()).toContain('The heron slept all day.');
});
