import { Client } from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './postgres.ts';

test('each test has a database of its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const client = new Client(one.connection);
  await client.connect();
  await client.query('create table only_here (id int)');
  const neighbour = new Client({ connectionString: other.url });
  await neighbour.connect();
  const { rows } = await neighbour.query(
    `select to_regclass('only_here') as found, current_database() as name`,
  );
  expect(rows).toEqual([{ found: null, name: other.connection.database }]);
  await Promise.all([client.end(), neighbour.end()]);
  await Promise.all([one.drop(), other.drop()]);
});
