import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any number will do, as long as every server uses the same: two that start at once migrate one after the other. */
const LOCK = 4_600_001;

interface Migration {
  name: string;
  sql: string;
  hash: string;
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter(name => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to the newest schema; forward only, each migration in a transaction of its own. Safe when several
 * servers start at once.
 *
 * @returns names of the migrations that were applied now
 * @throws when the database has a migration that this version lacks or has differently: it is newer, or was edited
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const migrations = await readMigrations();
  const client = await pool.connect();
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const done = await client.query<{ name: string; hash: string }>('select name, hash from migration');
    refuseUnknown(migrations, done.rows);
    const applied = new Set(done.rows.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await apply(client, migration);
    await runMigrations({ pgPool: pool });
    return missing.map(({ name }) => name);
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    client.release(true);
  }
}

function refuseUnknown(known: readonly Migration[], done: readonly { name: string; hash: string }[]): void {
  for (const { name, hash } of done) {
    const ours = known.find(migration => migration.name === name);
    if (!ours)
      throw new Error(
        `the database has migration ${name}, which this version does not know: start the newer version that made it`,
      );
    if (ours.hash !== hash)
      throw new Error(
        `migration ${name} was applied with another text than this version has: install the release that the database was made with, then upgrade`,
      );
  }
}

async function apply(client: pg.PoolClient, { name, sql, hash }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
