import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { DatabaseUnfit, listUnfit } from './listUnfit.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any number will do, as long as every server uses the same: two that start at once migrate one after the other. */
const LOCK = 4_600_001;

/** A migration as a database, or a back-up, remembers it: a file's name and the SHA-256 of its text. */
export interface AppliedMigration {
  name: string;
  hash: string;
}

interface Migration extends AppliedMigration {
  sql: string;
}

/** The database is not of this version's making; the message says what to do. */
export class SchemaUnknown extends Error {}

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
 * servers start at once. Where nothing is to do it only reads, so that a server starts on a disk that is nearly full.
 *
 * @returns names of the migrations that were applied now
 * @throws SchemaUnknown when the database has a migration that this version lacks or has differently
 * @throws DatabaseUnfit with all that is wrong with it
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const migrations = await readMigrations();
  const client = await pool.connect();
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const done = await readApplied(client);
    refuseUnknown(migrations, done);
    const applied = new Set(done.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !applied.has(name));
    await refuseUnfit(client, missing.length > 0 ? 'migrate' : 'use');
    for (const migration of missing) await apply(client, migration);
    await migrateQueue(pool);
    return missing.map(({ name }) => name);
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    client.release(true);
  }
}

async function refuseUnfit(client: pg.PoolClient, purpose: 'use' | 'migrate'): Promise<void> {
  const faults = await listUnfit(client, purpose);
  if (faults.length > 0) throw new DatabaseUnfit(`The database cannot be used. ${faults.join(' ')}`);
}

/** Which migrations a database has; none when it is not ours, or new. */
export async function readApplied(client: pg.ClientBase | pg.Pool): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('migration') is not null as exists`,
  );
  if (!rows[0]!.exists) return [];
  return (await client.query<AppliedMigration>('select name, hash from migration order by name')).rows;
}

/**
 * Holds applied migrations against those of this version.
 *
 * @returns names of those that are still to be applied
 * @throws SchemaUnknown
 */
export async function listPending(applied: readonly AppliedMigration[]): Promise<string[]> {
  const migrations = await readMigrations();
  refuseUnknown(migrations, applied);
  const names = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !names.has(name)).map(({ name }) => name);
}

function refuseUnknown(known: readonly Migration[], done: readonly AppliedMigration[]): void {
  for (const { name, hash } of done) {
    const ours = known.find(migration => migration.name === name);
    if (!ours)
      throw new SchemaUnknown(
        `Migration ${name} was applied, which this version does not know: start the newer version that made it.`,
      );
    if (ours.hash !== hash)
      throw new SchemaUnknown(
        `Migration ${name} was applied with another text than this version has: install the release that it was made with, then upgrade.`,
      );
  }
}

/**
 * Applies just these migrations to an empty schema, in the caller's transaction. The job queue's own are not among them:
 * see `migrateQueue`.
 *
 * @throws SchemaUnknown when this version lacks one of them or has it differently
 */
export async function applyMigrations(
  transaction: pg.ClientBase,
  wanted: readonly AppliedMigration[],
): Promise<void> {
  const migrations = await readMigrations();
  refuseUnknown(migrations, wanted);
  const names = new Set(wanted.map(({ name }) => name));
  for (const migration of migrations) if (names.has(migration.name)) await put(transaction, migration);
}

/** Brings the job queue's schema to its newest form; its jobs stay. */
export const migrateQueue = (pool: pg.Pool): Promise<void> => runMigrations({ pgPool: pool });

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await put(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

async function put(transaction: pg.ClientBase, { name, sql, hash }: Migration): Promise<void> {
  await transaction.query(
    'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  await transaction.query(sql);
  await transaction.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
}
