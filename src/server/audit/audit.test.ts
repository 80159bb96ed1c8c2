import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { until } from '../../../test/harness/until.ts';
import type { KeyTerm } from '../../verifier/followKeys.ts';
import { hashLeaf } from '../../verifier/merkle.ts';
import { openCheckpoint } from '../../verifier/openCheckpoint.ts';
import { parseVerifierKey } from '../../verifier/verifierKey.ts';
import { verifyExport } from '../../verifier/verifyExport.ts';
import { verifyInclusion } from '../../verifier/verifyInclusion.ts';
import { checkLog } from '../platform/audit/check/checkLog.ts';
import { writeCheckpoint } from '../platform/audit/checkpoint/writeCheckpoint.ts';
import { eraseFields } from '../platform/audit/eraseFields.ts';
import { readLogSize } from '../platform/audit/tree/readLogSize.ts';

let server: TestServer;
let admin: TestPerson;
let responder: TestPerson;
let first: { id: string };
let second: { id: string };

beforeAll(async () => {
  server = await startTestServer();
  admin = await server.as({ roles: ['administrator'], name: 'Ada' });
  responder = await server.as({ roles: ['responder'], name: 'Robin' });
  first = await responder.client.incidents.declare({ title: 'Disk full', severity: 'sev3' });
  second = await responder.client.incidents.declare({ title: 'Queue stuck', severity: 'sev1' });
  server.clock.forward(60_000);
  for (let edit = 0; edit < 5; edit++)
    await responder.client.incidents.edit({ id: second.id, title: `Queue stuck ${edit}` });
  await allPlaced();
});
afterAll(() => server.close());

/** Waits until every event has its place in the log. */
const allPlaced = () =>
  until(async () => {
    const { rows } = await server.pool.query('select count(*)::int as queued from audit_queue');
    return rows[0].queued === 0 || undefined;
  });

const sign = async () => {
  await allPlaced();
  const { key, checkpoints } = server.platform.audit;
  await writeCheckpoint(server.db, { key, folder: checkpoints });
};

type Asked = Parameters<TestPerson['client']['audit']['list']>[0];
const operationsOf = async (asked: Asked) =>
  (await admin.client.audit.list(asked)).items.map(({ operation }) => operation);

test('the log is listed by who, what, when and on what', async () => {
  const edits = Array(5).fill('incidents.edit');
  expect(await operationsOf({ incidentId: second.id })).toEqual([...edits, 'incidents.declare']);
  expect(await operationsOf({ incidentId: 'INC-1' })).toEqual(['incidents.declare']);
  expect(await operationsOf({ actorId: responder.id, operation: 'incidents.edit' })).toEqual(edits);
  expect(await operationsOf({ subjectKind: 'incident', subjectId: first.id })).toEqual(['incidents.declare']);
  expect(await operationsOf({ kind: ['export', 'sign_in'] })).toEqual([]);
  expect(await operationsOf({ to: '2026-03-02T10:00:30Z', kind: 'change' })).toEqual(
    Array(2).fill('incidents.declare'),
  );
  const { items } = await admin.client.audit.list({ incidentId: first.id });
  expect(items[0]).toMatchObject({ actor: { id: responder.id, name: 'Robin' }, kind: 'change', index: 0 });
});

test('the list comes in pages', async () => {
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await admin.client.audit.list({ kind: 'change', limit: 3, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen.length).toBe(7);
  expect(new Set(seen).size).toBe(7);
});

test('an event is read with what it held and a proof that holds, and the reading is on record', async () => {
  const { items } = await admin.client.audit.list({ incidentId: second.id });
  const event = await admin.client.audit.get({ id: items[2]!.id });
  expect(event).toMatchObject({
    input: { title: 'Queue stuck 2' },
    before: { title: 'Queue stuck 1' },
    after: { title: 'Queue stuck 2' },
    erased: [],
  });
  const { leaf, leafHash, checkpoint, path } = event.proof!;
  expect(hashLeaf(leaf).toString('base64url')).toBe(leafHash);
  const { publicKey } = await admin.client.audit.checkpoint();
  const opened = openCheckpoint(checkpoint.note, keysOf(publicKey));
  const { size, root } = 'checkpoint' in opened ? opened.checkpoint : expect.unreachable();
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  const proof = path.map(bytes);
  const claim = { index: event.index!, size, root, leafHash: bytes(leafHash), proof };
  expect(verifyInclusion(claim)).toBe(true);
  expect(verifyInclusion({ ...claim, index: event.index! - 1 })).toBe(false);
  expect(await operationsOf({ subjectKind: 'audit_event', subjectId: event.id })).toEqual(['audit.get']);
});

/** One key, for as long as the log is. */
const keysOf = (publicKey: string): KeyTerm[] => [
  { key: parseVerifierKey(publicKey)!, from: 0, to: Number.POSITIVE_INFINITY },
];

test('the newest checkpoint is told, with the key that checks it', async () => {
  await sign();
  const { checkpoint, publicKey, size } = await admin.client.audit.checkpoint();
  expect(checkpoint!.size).toBe(size);
  const opened = openCheckpoint(checkpoint!.note, keysOf(publicKey));
  expect('checkpoint' in opened && opened.checkpoint.root.toString('base64url')).toBe(checkpoint!.root);
});

async function* bytesOf(file: Blob) {
  yield* file.stream() as AsyncIterable<Uint8Array>;
}
const download = async (asked: Parameters<TestPerson['client']['audit']['export']>[0]) =>
  (await admin.client.audit.export(asked)) as Blob;

test('an export is what the verifier proves, and is on record itself', async () => {
  const whole = await verifyExport(bytesOf(await download({})));
  expect(whole).toMatchObject({ firstBad: undefined, isSelection: false });
  await allPlaced();
  const one = await verifyExport(bytesOf(await download({ incidentId: second.id })));
  expect(one).toMatchObject({ firstBad: undefined, isSelection: true });
  // Its own event may have its place by now.
  expect(one.entries).toBeOneOf([7, 8]);
  expect(await operationsOf({ kind: 'export' })).toEqual(['audit.export', 'audit.export']);
});

test('a SIEM goes on from the index that it has', async () => {
  await allPlaced();
  const lines = (await (await download({ format: 'ocsf', from: 3 })).text()).trim().split('\n');
  expect(JSON.parse(lines[0]!).metadata.sequence).toBe(3);
  const some = (await (await download({ format: 'ocsf', incidentId: first.id })).text()).trim().split('\n');
  expect(some.map(line => JSON.parse(line).api.operation)).toEqual(['incidents.declare']);
});

test('a log that nobody touched is proven, with values forgotten too', async () => {
  await eraseFields(server.db, { actorId: responder.id }, ['ip']);
  await sign();
  const report = await admin.client.audit.verify();
  const size = await readLogSize(server.db);
  expect(report).toMatchObject({ entries: size, proven: size, firstBad: null, checkpoint: { size } });
  expect(report.erased).toBeGreaterThan(5);
});

/** What a superuser may do to the tables, and what is then found first. */
const TAMPERINGS: Record<string, [statement: string, expected: object]> = {
  'a changed leaf': [
    `update audit_event set leaf = replace(leaf, 'incidents.edit', 'incidents.edot')
      where id = (select event_id from audit_leaf where index = 3)`,
    { index: 3, before: null },
  ],
  'a changed value': [
    `update audit_event set after = replace(after, 'Queue', 'Quell')
      where id = (select event_id from audit_leaf where index = 4)`,
    { index: 4, before: null },
  ],
  'a removed event': [
    'delete from audit_event where id = (select event_id from audit_leaf where index = 2)',
    { index: 2, before: null },
  ],
  'a removed entry': ['delete from audit_leaf where index = 2', { index: 2, before: null }],
  'a cut tail': ['delete from audit_leaf where index > 4', { index: 5, before: null }],
  'an entry made again': [
    `with edited as (
      update audit_event set leaf = replace(leaf, 'incidents.edit', 'incidents.edot')
      where id = (select event_id from audit_leaf where index = 3) returning id, leaf
    )
    update audit_leaf set hash = sha256('\\x00'::bytea || convert_to(edited.leaf, 'UTF8'))
    from edited where event_id = edited.id`,
    { index: 0 },
  ],
};

test.each(Object.entries(TAMPERINGS))('%s is found', async (_name, [statement, expected]) => {
  await sign();
  const outside = await server.platform.audit.checkpoints.newest();
  const undo = new Error('undo');
  await server.db
    .transaction()
    .execute(async transaction => {
      for (const table of ['audit_event', 'audit_leaf'])
        await sql.raw(`alter table ${table} disable trigger user`).execute(transaction);
      await sql.raw(statement).execute(transaction);
      const { firstBad, proven } = await checkLog(transaction, outside);
      expect(firstBad).toMatchObject(expected);
      expect(proven).toBeLessThanOrEqual(firstBad!.index);
      throw undo;
    })
    .catch(error => {
      if (error !== undo) throw error;
    });
});
