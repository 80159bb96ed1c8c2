import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let writer: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.as({ roles: ['responder'], name: 'Ada' });
});
afterAll(() => server.close());

const open = async () => {
  const { id } = await writer.client.incidents.declare({ title: 'Ledger is slow', severity: 'sev2' });
  return writer.client.postmortems.open({ incidentId: id });
};

test('a finding says how well it is supported, and what is missing', async () => {
  const { id: postmortemId } = await open();
  const finding = await writer.client.findings.add({
    postmortemId,
    statement: 'Retries exhausted the pool.',
    kind: 'cause',
  });
  expect(finding).toMatchObject({ version: 1, support: 'unknown', isSupported: false });
  expect(finding.remarks.map(({ code }) => code)).toEqual(['unsupported']);
  const inferred = await writer.client.findings.edit(
    {
      id: finding.id,
      support: 'inferred',
      confidence: 'medium',
      note: 'The pool was full when retries began.',
    },
    { context: { ifMatch: 1 } },
  );
  expect(inferred).toMatchObject({ version: 2, isSupported: true, remarks: [] });
});

test('a finding that claims evidence names evidence that is there', async () => {
  const { id: postmortemId } = await open();
  const add = (cites: { kind: 'citation' | 'moment' | 'record'; id: string }[]) =>
    writer.client.findings.add({
      postmortemId,
      statement: 'It began at 12:07.',
      kind: 'effect',
      support: 'cited',
      cites,
    });
  await expect(add([])).rejects.toMatchObject({ code: 'invalid' });
  await expect(add([{ kind: 'citation', id: 'e1' }])).rejects.toMatchObject({ code: 'invalid' });
  await expect(add([{ kind: 'moment', id: 'no id at all' }])).rejects.toMatchObject({ code: 'invalid' });

  await server.db
    .insertInto('postmortemCitation')
    .values({
      postmortemId,
      ordinal: 1,
      citation: JSON.stringify({ id: 'e1', label: 'errors', records: [], count: 3 }),
    })
    .execute();
  expect(await add([{ kind: 'citation', id: 'e1' }])).toMatchObject({ isSupported: true });
});

test('findings are put into an order, and one is taken out', async () => {
  const { id: postmortemId } = await open();
  const ids: string[] = [];
  for (const statement of ['First', 'Second', 'Third'])
    ids.push((await writer.client.findings.add({ postmortemId, statement, kind: 'lucky' })).id);
  const turned = await writer.client.findings.order({ postmortemId, ids: ids.toReversed() });
  expect(turned.items.map(({ statement }) => statement)).toEqual(['Third', 'Second', 'First']);
  await expect(writer.client.findings.order({ postmortemId, ids: ids.slice(1) })).rejects.toMatchObject({
    code: 'invalid',
  });
  await writer.client.findings.remove({ id: ids[1]! });
  const { items } = await writer.client.findings.list({ postmortemId });
  expect(items.map(({ statement }) => statement)).toEqual(['Third', 'First']);
});

test('causes count towards the section that they belong to', async () => {
  const { id } = await open();
  const share = async () =>
    (await writer.client.postmortems.get({ id })).sections.find(section => section.id === 'causes')!
      .completeness;
  expect(await share()).toBe(0);
  await writer.client.findings.add({
    postmortemId: id,
    statement:
      'Retries without a limit exhausted the connection pool of the ledger when one replica became slow.',
    kind: 'cause',
  });
  expect(await share()).toBeGreaterThan(50);
});

test('findings stand with a finished text, and stay hidden with a restricted one', async () => {
  const { id: postmortemId } = await open();
  const { id } = await writer.client.findings.add({
    postmortemId,
    statement: 'It was known.',
    kind: 'cause',
  });
  await writer.client.postmortems.finish({ id: postmortemId });
  await expect(writer.client.findings.remove({ id })).rejects.toMatchObject({ code: 'conflict' });
  await writer.client.postmortems.revise({ id: postmortemId });

  const guard = await server.as({ roles: ['security'] });
  await guard.client.postmortems.restrict({
    id: postmortemId,
    isRestricted: true,
    reason: 'Names a weakness.',
  });
  const outsider = await server.as({ roles: ['owner'] });
  const absent = outsider.client.findings.get({ id: randomUUIDv7() });
  const hidden = outsider.client.findings.get({ id });
  const [one, other] = await Promise.allSettled([absent, hidden]);
  expect((other as PromiseRejectedResult).reason.message).toBe((one as PromiseRejectedResult).reason.message);
  await expect(outsider.client.findings.list({ postmortemId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(outsider.client.findings.edit({ id, statement: 'Mine' })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await writer.client.findings.list({ postmortemId })).items).toHaveLength(1);
});
