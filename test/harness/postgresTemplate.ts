import { Client, type PoolConfig } from 'pg';
import { migrate } from '../../src/server/platform/db/migrate.ts';
import { openDatabase } from '../../src/server/platform/db/openDatabase.ts';

/** The migrated database that every test's database is a copy of. */
export const TEMPLATE = 'afterword_template';

/** Makes the template, through all migrations. */
export async function makeTemplate(connection: PoolConfig): Promise<void> {
  const client = new Client({ ...connection, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query(`create database ${TEMPLATE} owner ${connection.user}`);
  await client.end();
  const { pool, close } = openDatabase({ ...connection, database: TEMPLATE });
  await migrate(pool).finally(close);
}
