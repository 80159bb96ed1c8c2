import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEvent } from '../../../../test/harness/auditLog.ts';
import { naiveLeafHash, naiveRoot } from '../../../../test/harness/naiveTree.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/harness/postgres.ts';
import { until } from '../../../../test/harness/until.ts';
import { type Db, type OpenDatabase, openDatabase } from '../db/openDatabase.ts';
import type { DB } from '../db/schema.ts';
import { recordEvent } from './recordEvent.ts';
import { EVENTS_CHANNEL, type Sequenced, sequenceBatch } from './sequenceBatch.ts';
import { startSequencer } from './startSequencer.ts';
import { openTree } from './tree/openTree.ts';

let database: TestDatabase;
let open: OpenDatabase;
let db: Db;

beforeEach(async () => {
  database = await createTestDatabase();
  open = openDatabase(database.connection);
  db = open.db;
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

const throwIt = (error: unknown): never => {
  throw error;
};

interface LogRow {
  index: number;
  id: string;
  leaf: string;
  hash: Buffer;
}

async function readLog(): Promise<LogRow[]> {
  const { rows } = await sql<LogRow>`
    select log.index, event.id, event.leaf, log.hash
    from audit_leaf as log
    join audit_event as event on event.id = log.event_id
    order by log.index`.execute(db);
  return rows;
}

const record = (number: number): Promise<string> =>
  db.transaction().execute(transaction => recordEvent(transaction, auditEvent(number)));

/** Every recorded event has one place, the places have no gap, and the stored tree is that of the leaves. */
async function expectWhole(ids: readonly string[]): Promise<void> {
  const log = await readLog();
  expect(log.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(log.map(({ index }) => index)).toEqual(ids.map((_, index) => index));
  expect(log.map(({ hash }) => hash)).toEqual(log.map(({ leaf }) => naiveLeafHash(leaf)));
  expect(await openTree(db).rootAt(log.length)).toEqual(naiveRoot(log.map(({ hash }) => hash)));
}

describe('the sequencer', () => {
  test('gives every committed event one place, whoever writes and however many sequence', async () => {
    const sequencers = [1, 2, 3].map(() =>
      startSequencer({ db, onProblem: throwIt, batch: 40, rest: 1, poll: 50 }),
    );
    const ids: string[] = [];
    await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let n = 0; n < 40; n++) {
          ids.push(await record(writer * 1000 + n));
          sequencers[n % 3]!.poke();
        }
      }),
    );
    await until(async () => ((await readLog()).length === ids.length ? true : undefined));
    await Promise.all(sequencers.map(sequencer => sequencer.stop()));
    await expectWhole(ids);
  });

  test('knows nothing of what was rolled back', async () => {
    const id = await record(1);
    const rolledBack = db.transaction().execute(async transaction => {
      await recordEvent(transaction, auditEvent(2));
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await sequenceBatch(db, 100);
    expect(await sequenceBatch(db, 100)).toBeUndefined();
    await expectWhole([id]);
  });

  test('does not wait for a transaction that is open, and takes its event later', async () => {
    const inTime: string[] = [];
    const late = await db.transaction().execute(async transaction => {
      const id = await recordEvent(transaction, auditEvent(1));
      inTime.push(await record(2));
      expect(await sequenceBatch(db, 100)).toEqual({ from: 0, to: 1 });
      return id;
    });
    expect(await sequenceBatch(db, 100)).toEqual({ from: 1, to: 2 });
    expect((await readLog()).map(({ id }) => id)).toEqual([...inTime, late]);
  });

  test('loses and doubles nothing when its connection is killed at any moment', async () => {
    // A pool of its own, so that only the sequencer's sessions die.
    const pool = new pg.Pool({ ...database.connection, application_name: 'sequencer to kill', max: 2 });
    pool.on('error', () => undefined);
    pool.on('connect', client => client.on('error', () => undefined));
    const doomed = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
    let kills = 0;
    const sequencer = startSequencer({ db: doomed, onProblem: () => kills++, batch: 7, rest: 1, poll: 5 });
    const ids: string[] = [];
    for (let n = 0; n < 150; n++) {
      ids.push(await record(n));
      sequencer.poke();
      if (n % 10 === 0)
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'sequencer to kill' and datname = current_database()`.execute(db);
    }
    await until(async () => ((await readLog()).length === ids.length ? true : undefined));
    await sequencer.stop();
    await doomed.destroy();
    await expectWhole(ids);
    expect(kills).toBeGreaterThan(0);
  });

  test('tells listeners once a batch which entries are new', async () => {
    const heard: Sequenced[] = [];
    const listener = new pg.Client(database.connection);
    await listener.connect();
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload!)));
    await listener.query(`listen ${EVENTS_CHANNEL}`);
    for (let n = 0; n < 5; n++) await record(n);
    await sequenceBatch(db, 3);
    await sequenceBatch(db, 3);
    await until(() => (heard.length >= 2 ? true : undefined));
    await listener.end();
    expect(heard).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 5 },
    ]);
  });

  test('finds without a poke what another server left', async () => {
    const id = await record(1);
    const sequencer = startSequencer({ db, onProblem: throwIt, poll: 10 });
    const second = await until(async () => ((await readLog()).length === 1 ? record(2) : undefined));
    await until(async () => ((await readLog()).length === 2 ? true : undefined));
    await sequencer.stop();
    await expectWhole([id, second]);
  });

  test('stores the nodes of full tiles, however the log grows into them', async () => {
    const ids: string[] = [];
    for (const events of [255, 1, 1, 300, 211, 10]) {
      await db.transaction().execute(async transaction => {
        for (let n = 0; n < events; n++) ids.push(await recordEvent(transaction, auditEvent(ids.length)));
      });
      await sequenceBatch(db, 1_000);
    }
    const { rows } = await sql<{ height: number; index: number }>`
      select height, index from audit_node order by height, index`.execute(db);
    expect(rows).toEqual([0, 1, 2].map(index => ({ height: 1, index })));
    await expectWhole(ids);
  });
});

describe('the tables of the log', () => {
  test('refuse to forget or change, except to empty what is erasable', async () => {
    await record(1);
    await sequenceBatch(db, 10);
    const refused = [
      "update audit_event set leaf = '{}'",
      "update audit_event set ip = 'x'",
      "update audit_event set input = input || ' '",
      'delete from audit_event',
      'truncate audit_event',
      'update audit_leaf set index = 7',
      'delete from audit_leaf',
      'truncate audit_leaf',
    ];
    for (const statement of refused)
      await expect(open.pool.query(statement), statement).rejects.toThrow('append-only');
    await open.pool.query('update audit_event set ip = null, input = null');
    await expect(open.pool.query("update audit_event set ip = '192.0.2.7'")).rejects.toThrow('append-only');
  });

  test('take every string that JSON can hold', async () => {
    const input = { text: `\u0000 ' " \\ \ud800 \u2028 ${'é'.repeat(10_000)}` };
    await db
      .transaction()
      .execute(transaction =>
        recordEvent(transaction, auditEvent(1, { input, actor: { kind: 'system', id: null } })),
      );
    const { rows } = await open.pool.query('select input, actor_id, operation from audit_event');
    expect(JSON.parse(rows[0].input).value).toEqual(input);
    expect(rows[0]).toMatchObject({ actor_id: null, operation: 'incidents.rename' });
  });
});
