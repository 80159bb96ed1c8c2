import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/harness/postgres.ts';
import { startTestServer, type TestServer } from '../../../../test/harness/server.ts';
import { openObjectStore } from '../../../recorder/objects/openObjectStore.ts';
import { enqueueJob } from '../jobs/enqueueJob.ts';
import { type Archive, openArchive } from './archive/readArchive.ts';
import { backUp } from './backUp.ts';
import { emptyDatabase } from './database/emptyDatabase.ts';
import { restore } from './restore.ts';

const PASSPHRASE = 'four words make a passphrase';
const NOW = new Date('2026-03-02T10:00:00Z');

let server: TestServer;
let folder: string;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'afterword-backup-'));
});

afterAll(async () => {
  await server.close();
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true });
});

/** Without the parsers and timeouts of the server's pool. */
const plain = ({ host, port, user, database }: pg.ClientConfig): pg.ClientConfig =>
  ({ host, port, user, database }) as pg.ClientConfig;

const source = () => ({
  connection: plain(server.pool.options),
  objects: server.platform.objects,
  mark: 'mark',
});
const options = { passphrase: undefined, secrets: {}, now: NOW };

/** An empty place. */
async function makeTarget() {
  const database = await createTestDatabase();
  databases.push(database);
  const client = new pg.Client(database.connection);
  await client.connect();
  await emptyDatabase(client);
  await client.end();
  const objects = await openObjectStore({
    kind: 'files',
    folder: join(folder, database.connection.database),
  });
  return { connection: database.connection, objects, secretFiles: {} };
}

async function query<T extends object>(connection: pg.ClientConfig, sql: string): Promise<T[]> {
  const client = new pg.Client(connection);
  await client.connect();
  return (await client.query<T>(sql).finally(() => client.end())).rows;
}

test('a back-up under writes restores to one instant', async () => {
  const ada = await server.as({ roles: ['responder', 'owner'] });
  let isDone = false;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; !isDone; n++) await ada.client.services.add({ name: `service ${writer}.${n}`, tier: 2 });
  });
  const file = join(folder, 'under-writes');
  for (let warm = 0; warm < 20; warm++) await ada.client.services.list({});
  const report = await backUp(file, source(), options);
  isDone = true;
  await Promise.all(writers);
  await enqueueJob(server.db, 'nobody.knows', {});

  const target = await makeTarget();
  const restored = await restore(await openArchive(file, undefined), target, { ifNotEmpty: 'refuse' });
  expect(restored.rows).toBe(report.rows);
  const [sums] = await query<Record<string, string>>(
    target.connection,
    `select count(*) as services,
      (select count(*) from audit_event where operation = 'services.add') as events,
      (select count(*) from service where not exists (
        select from audit_event where subject_kind = 'service' and subject_id = service.id::text)) as unexplained,
      (select count(*) from audit_event where operation = 'services.add' and not exists (
        select from service where id::text = subject_id)) as unfounded,
      (select count(*) from audit_event where not exists (select from audit_leaf where event_id = id)
        and not exists (select from audit_queue where event_id = id)) as lost,
      (select coalesce(max(index) + 1 - count(*), 0) from audit_leaf) as holes
    from service`,
  );
  expect(Number(sums!.services)).toBeGreaterThan(0);
  expect(sums).toEqual({
    ...sums,
    events: sums!.services,
    unexplained: '0',
    unfounded: '0',
    lost: '0',
    holes: '0',
  });
});

test('objects, jobs, sequences and every value come back as they were', async () => {
  const stored = await server.platform.objects.put(Buffer.alloc(3_000_000, 'evidence'), {
    prefix: 'evidence',
  });
  const awkward = "tab\t newline\n backslash\\N quote' ‹ünïcode› \u2028";
  const ada = await server.as({ roles: ['responder'], name: awkward });
  const { id: incidentId } = await ada.client.incidents.declare({ title: awkward, severity: 'sev2' });
  await query(
    source().connection,
    `insert into evidence (id, incident_id, name, description, bytes, sha256, sealed_key, sealed_bytes, sealed_sha256, collected_at, updated_at)
    values (gen_random_uuid(), '${incidentId}', 'log', '', 1, repeat('0', 64), '${stored.key}', ${stored.bytes}, '${stored.sha256}', now(), now())`,
  );
  await enqueueJob(server.db, 'nobody.knows', { text: awkward }, { key: 'once' });
  // What the log has still to number would stand in the back-up as it was, and in the source as it is.
  await vi.waitFor(async () =>
    expect(await query(source().connection, 'select from audit_queue')).toEqual([]),
  );
  const file = join(folder, 'whole');
  const report = await backUp(file, source(), { ...options, passphrase: PASSPHRASE });
  expect(report).toMatchObject({ objects: 1, lost: [], isEncrypted: true });

  const target = await makeTarget();
  await restore(await openArchive(file, PASSPHRASE), target, { ifNotEmpty: 'refuse' });
  expect((await target.objects.stat(stored.key))?.bytes).toBe(3_000_000);
  const dump = async (connection: pg.ClientConfig) => {
    const tables = await query<{ name: string }>(
      connection,
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1`,
    );
    return Promise.all(
      tables.map(async ({ name }) => [
        name,
        await query(connection, `select row::text from "${name}" as row order by 1`),
      ]),
    );
  };
  expect(await dump(target.connection)).toEqual(await dump(source().connection));
  const jobs = 'select task_identifier, key, run_at::text, attempts, max_attempts from graphile_worker.jobs';
  expect(await query(target.connection, jobs)).toEqual(await query(source().connection, jobs));
  const rules = `select (select count(*) from pg_constraint where contype = 'f') as keys,
    (select count(*) from pg_trigger where not tgisinternal and tgenabled = 'O') as triggers`;
  expect(await query(target.connection, rules)).toEqual(await query(source().connection, rules));
  const tickets = `select last_value from audit_queue_ticket_seq`;
  expect(await query(target.connection, tickets)).toEqual(await query(source().connection, tickets));
});

test('a changed byte anywhere is found, and a missing end', async () => {
  const file = join(folder, 'to-be-damaged');
  const { bytes } = await backUp(file, source(), options);
  const good = await readFile(file);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const bad = Buffer.from(good);
      bad[place]! ^= change;
      await writeFile(`${file}.bad`, bad);
      await expect(openArchive(`${file}.bad`, undefined)).rejects.toThrow(/damaged|not a back-up/);
    }),
    {
      numRuns: 60,
      examples: [
        [0, 1],
        [5, 1],
        [9, 1],
        [bytes - 1, 1],
        [bytes - 33, 1],
        [bytes - 39, 1],
      ],
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes - 1), async size => {
      await writeFile(`${file}.cut`, good);
      await truncate(`${file}.cut`, size);
      await expect(openArchive(`${file}.cut`, undefined)).rejects.toThrow(/damaged|not a back-up/);
    }),
    { numRuns: 30 },
  );
});

test('what is foreign, newer or locked is refused with its reason', async () => {
  const file = join(folder, 'locked');
  await backUp(file, source(), { ...options, passphrase: PASSPHRASE });
  await expect(openArchive(file, undefined)).rejects.toThrow('AFTERWORD_BACKUP_KEY');
  await expect(openArchive(file, 'another passphrase')).rejects.toThrow('not the passphrase');
  await writeFile(`${file}.foreign`, 'PGDMP and so on, which somebody else wrote');
  await expect(openArchive(`${file}.foreign`, undefined)).rejects.toThrow('is not a back-up');
  expect((await readFile(file)).includes('Ada')).toBe(false);
});

test('a file that cannot be written is an error, and no other back-up is touched', async () => {
  await expect(backUp(join(folder, 'nowhere', 'file'), source(), options)).rejects.toThrow('ENOENT');
  await mkdir(join(folder, 'a folder'));
  await expect(backUp(join(folder, 'a folder'), source(), options)).rejects.toThrow('EISDIR');
  expect((await readdir(folder)).filter(name => name.endsWith('.part'))).toEqual([]);
});

test('a place with something in it is left alone, unless told otherwise', async () => {
  const file = join(folder, 'again');
  await backUp(file, source(), options);
  const target = await makeTarget();
  const archive = await openArchive(file, undefined);
  await restore(archive, target, { ifNotEmpty: 'refuse' });
  await query(target.connection, `update person set name = 'touched'`);
  await expect(restore(archive, target, { ifNotEmpty: 'refuse' })).rejects.toThrow('--force');
  expect(await query(target.connection, `select name from person where name <> 'touched'`)).toEqual([]);
  await restore(archive, target, { ifNotEmpty: 'replace' });
  expect(await query(target.connection, `select name from person where name = 'touched'`)).toEqual([]);
});

test('what turns out to be unsound half-way leaves everything that was there', async () => {
  const file = join(folder, 'unsound');
  const secret = Buffer.from('of the server that was backed up');
  await backUp(file, source(), { ...options, passphrase: PASSPHRASE, secrets: { secret } });
  const good = await openArchive(file, PASSPHRASE);
  const target = { ...(await makeTarget()), secretFiles: { secret: join(folder, 'unsound-target-secret') } };
  await restore(good, target, { ifNotEmpty: 'refuse' });
  await query(
    target.connection,
    `update person set name = 'touched'; select graphile_worker.add_job('waits');`,
  );
  await writeFile(target.secretFiles.secret, 'another one');
  const there = `select (select count(*) from person where name = 'touched') as people,
    (select count(*) from graphile_worker.jobs where task_identifier = 'waits') as jobs`;
  const before = await query(target.connection, there);

  const { database, manifest } = good;
  const unsound: Record<string, Archive> = {
    'other tables': {
      ...good,
      database: { ...database, tables: { ...database.tables, unheard_of: ['id'] } },
    },
    'instead of': { ...good, manifest: { ...manifest, rows: { ...manifest.rows, person: 0 } } },
    'not known here': { ...good, members: () => changed(good, { name: 'somewhere/else' }) },
    'the disk broke': { ...good, members: () => changed(good, { error: new Error('the disk broke') }) },
  };
  for (const [message, archive] of Object.entries(unsound)) {
    await expect(restore(archive, target, { ifNotEmpty: 'replace' })).rejects.toThrow(message);
    expect(await query(target.connection, there)).toEqual(before);
    expect(await readFile(target.secretFiles.secret, 'utf8')).toBe('another one');
  }
  await restore(good, target, { ifNotEmpty: 'replace' });
  expect(await query(target.connection, there)).toEqual([{ people: '0', jobs: '0' }]);
  expect(await readFile(target.secretFiles.secret, 'utf8')).toBe('of the server that was backed up');
});

/** All members of an archive, then one that is none, or an end that is none. */
async function* changed({ members }: Archive, { name, error }: { name?: string; error?: Error }) {
  yield* members();
  if (error) throw error;
  yield { name: name!, content: (async function* () {})() };
}
