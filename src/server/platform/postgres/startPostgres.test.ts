import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type PoolConfig } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { spawnPostgres, spawnServer } from '../../../../test/harness/spawnPostgres.ts';
import { until } from '../../../../test/harness/until.ts';
import { isReachable } from './account.ts';
import { joinPostgres } from './joinPostgres.ts';
import { FolderHeld } from './lockFolder.ts';
import { isPostmasterOf } from './postmaster.ts';
import { type Postgres, startPostgres } from './startPostgres.ts';

const log = { info() {}, warn() {}, error() {} };
const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

let folder: string;
let running: Postgres[];

/** A data folder after its first start and stop: copying it is faster than each test making a cluster. */
let prepared: string;

beforeAll(async () => {
  prepared = await mkdtemp(join(tmpdir(), 'afterword-prepared-'));
  await (await startPostgres({ dataFolder: prepared, log })).stop();
});

afterAll(() => rm(prepared, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-own-'));
  running = [];
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(dataFolder = folder): Promise<Postgres> {
  const postgres = await startPostgres({ dataFolder, log });
  running.push(postgres);
  return postgres;
}

/** Lets the test begin with a cluster that is already made. */
function usePrepared(): void {
  execFileSync('cp', ['-a', `${prepared}/.`, folder]);
}

async function stop(postgres: Postgres): Promise<void> {
  running = running.filter(other => other !== postgres);
  await postgres.stop();
}

async function query(connection: PoolConfig, sql: string): Promise<unknown[][]> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

const clusterFolder = (): string => join(folder, 'postgres', 'cluster');
const isBeingMade = (): true | undefined =>
  readdirSync(join(folder, 'postgres')).some(name => name.startsWith('cluster.new-')) || undefined;

test('the second start finds what the first wrote', async () => {
  const first = await start();
  expect(first.isNew).toBe(true);
  await query(first.connection, 'create table kept as select 7 as value');
  await stop(first);
  const second = await start();
  expect(second.isNew).toBe(false);
  expect(await query(second.connection, 'select value from kept')).toEqual([[7]]);
});

test('a commit is on the disk, pages are checked, text is UTF-8, nothing listens on the network', async () => {
  usePrepared();
  const { connection } = await start();
  const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'server_encoding'];
  const asked = settings.map(name => `current_setting('${name}')`).join(', ');
  expect(await query(connection, `select ${asked}, current_setting('listen_addresses')`)).toEqual([
    ['on', 'on', 'on', 'on', 'UTF8', ''],
  ]);
});

test('the application is no superuser, and may make the extensions that search needs', async () => {
  usePrepared();
  const { connection } = await start();
  await query(connection, 'create extension pg_trgm');
  await query(connection, 'create extension unaccent');
  expect(await query(connection, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    [false],
  ]);
});

test('a second server on the folder is refused within 2 s and told who holds it', async () => {
  usePrepared();
  const holder = await spawnPostgres(folder);
  const began = performance.now();
  const refusal = await start().catch(error => error);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(refusal).toBeInstanceOf(FolderHeld);
  expect(refusal.holder).toMatchObject({ pid: holder.server.pid, address: 'http://127.0.0.1:4600' });
  expect(refusal.message).toContain(`process ${holder.server.pid}`);
  await holder.stop();
});

test('a command reaches the database of the server that runs, and without one starts it itself', async () => {
  usePrepared();
  const server = await spawnPostgres(folder);
  await query(server.connection, 'create table kept as select 7 as value');
  const readKept = async (): Promise<unknown> => {
    const joined = await joinPostgres({ dataFolder: folder, log });
    return query(joined.connection, 'select value from kept').finally(joined.stop);
  };
  expect(await readKept()).toEqual([[7]]);
  await server.stop();
  expect(await readKept()).toEqual([[7]]);
});

test('the same process cannot take a folder twice', async () => {
  usePrepared();
  await start();
  await expect(start()).rejects.toThrow(FolderHeld);
});

test('a killed server is taken over: its PostgreSQL is ended, its rows are there', async () => {
  usePrepared();
  const killed = await spawnPostgres(folder);
  await query(killed.connection, 'create table kept as select 7 as value');
  const left = (await killed.postgresPid())!;
  await killed.kill('server');
  expect(await isPostmasterOf(left, clusterFolder())).toBe(true);
  const next = await start();
  expect(await isPostmasterOf(left, clusterFolder())).toBe(false);
  expect(await query(next.connection, 'select value from kept')).toEqual([[7]]);
});

test('PostgreSQL is started again when it is killed, and reached by the same connection', async () => {
  usePrepared();
  const postgres = await start();
  await query(postgres.connection, 'create table kept as select 7 as value');
  const killed = postgres.pid!;
  process.kill(killed, 'SIGKILL');
  const rows = await until(() => query(postgres.connection, 'select value from kept'));
  expect(rows).toEqual([[7]]);
  expect(postgres.pid).not.toBe(killed);
});

test('a process that was given the number of a dead PostgreSQL is left alone', async () => {
  usePrepared();
  const killed = await spawnPostgres(folder);
  await killed.kill('both');
  // Under the same user: PostgreSQL can tell that another user's process is not its own.
  const { uid, gid } = await stat(clusterFolder());
  const bystander = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
  const pidFile = join(clusterFolder(), 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8');
  await writeFile(pidFile, text.replace(/^\d+/, String(bystander.pid)));
  const next = await start();
  expect(await query(next.connection, 'select 1')).toEqual([[1]]);
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  bystander.kill();
});

test('a cluster whose making was interrupted is made again', async () => {
  const killed = spawnServer(folder);
  await until(isBeingMade);
  const gone = once(killed, 'exit');
  killed.kill('SIGKILL');
  await gone;
  expect(existsSync(clusterFolder())).toBe(false);
  const next = await start();
  expect(next.isNew).toBe(true);
  expect(await query(next.connection, 'select 1')).toEqual([[1]]);
});

test('a start can be broken off, and done again', async () => {
  const breaking = new AbortController();
  const begun = startPostgres({ dataFolder: folder, log, signal: breaking.signal });
  const broken = expect(begun).rejects.toThrow('enough');
  await until(isBeingMade);
  breaking.abort(new Error('enough'));
  await broken;
  expect((await start()).isNew).toBe(true);
});

test('a data folder may lie deep and have an odd name', async () => {
  const deep = join(folder, `it's "odd", ü`, 'd'.repeat(100), 'e'.repeat(100));
  const { connection } = await start(deep);
  expect(await query(connection, 'select 1')).toEqual([[1]]);
});

test('a cluster of another major version is refused with what to do', async () => {
  usePrepared();
  await writeFile(join(clusterFolder(), 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17; .* runs PostgreSQL 18.*afterword backup/s);
});

test('an ordinary user runs it as itself', async context => {
  const script = new URL('../../../../test/harness/ownPostgres.ts', import.meta.url).pathname;
  if (!isRoot || !(await isReachable(script, NOBODY))) return context.skip();
  const theirs = join(tmpdir(), `afterword-theirs-${process.pid}`);
  await mkdir(theirs);
  await chown(theirs, NOBODY.uid, NOBODY.gid);
  const spawned = await spawnPostgres(theirs, NOBODY);
  expect(await query(spawned.connection, 'select 1')).toEqual([[1]]);
  await spawned.stop();
  await rm(theirs, { recursive: true, force: true });
});
