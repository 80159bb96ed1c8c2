/**
 * Writes the types of the migrated database to `src/server/platform/db/schema.ts`: run it after every migration.
 *
 *     node tools/writeDatabaseTypes.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { startPostgres } from '../src/server/platform/postgres/startPostgres.ts';
import { generateDatabaseTypes } from './generateDatabaseTypes.ts';

const folder = mkdtempSync(join(tmpdir(), 'afterword-types-'));
const postgres = await startPostgres({
  dataFolder: folder,
  log: { info() {}, warn: console.warn, error: console.error },
});
try {
  const pool = new pg.Pool(postgres.connection);
  await migrate(pool);
  await pool.end();
  const { host, port, user, database } = postgres.connection;
  const url = `postgres:///${database}?${new URLSearchParams({ host: host!, port: String(port), user: user! })}`;
  if (!generateDatabaseTypes(url, 'write')) process.exitCode = 1;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
