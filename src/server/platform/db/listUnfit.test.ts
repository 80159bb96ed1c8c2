import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/harness/postgres.ts';
import { listUnfit } from './listUnfit.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';

let database: TestDatabase;
let superuser: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ ...database.connection, user: 'postgres' });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

test('a database of our own is fit', async () => {
  expect(await listUnfit(superuser, 'migrate')).toEqual([]);
});

test('what a role lacks is said all at once, with what to do', async () => {
  const role = `poor_${process.pid}`;
  await superuser.query(`create role ${role} login`);
  await superuser.query('revoke create on schema public from public');
  const pool = new pg.Pool({ ...database.connection, user: role });
  try {
    const faults = await listUnfit(pool, 'migrate');
    expect(faults).toHaveLength(2);
    expect(faults.join(' ')).toMatch(
      new RegExp(`${role} may not make schemas.*grant.*${role} may not make tables`),
    );
    expect(await listUnfit(pool, 'use')).toEqual([]);
  } finally {
    await pool.end();
    await superuser.query(`drop role ${role}`);
  }
});

test.each(['SQL_ASCII', 'LATIN1'])(
  'a database of encoding %s is refused before anything is made in it',
  async encoding => {
    const name = `unfit_${encoding.toLowerCase()}_${process.pid}`;
    await superuser.query(`create database ${name} encoding '${encoding}' template template0 locale 'C'`);
    const { pool, close } = openDatabase({ ...database.connection, user: 'postgres', database: name });
    try {
      await expect(migrate(pool)).rejects.toThrow(`Its encoding is ${encoding}`);
      const { rows } = await pool.query(
        `select count(*)::int as tables from pg_tables where schemaname = 'public'`,
      );
      expect(rows).toEqual([{ tables: 0 }]);
    } finally {
      await close();
      await superuser.query(`drop database ${name} with (force)`);
    }
  },
);
