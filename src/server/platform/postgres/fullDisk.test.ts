import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '../../../../test/harness/smallDisk.ts';
import { until } from '../../../../test/harness/until.ts';
import { hasReserve } from './reserve.ts';
import { type Postgres, startPostgres } from './startPostgres.ts';

const log = { info() {}, warn() {}, error() {} };
const MIB = 1024 * 1024;

let disk: SmallDisk | undefined;
let postgres: Postgres | undefined;

beforeEach(() => {
  disk = mountSmallDisk(220);
});

afterEach(async () => {
  await postgres?.stop();
  postgres = undefined;
  disk?.remove();
});

async function start(): Promise<Postgres> {
  postgres = await startPostgres({ dataFolder: join(disk!.folder, 'data'), log });
  return postgres;
}

/** Takes all room that is left; gives the file that did. */
async function fillDisk(): Promise<string> {
  const path = join(disk!.folder, 'somebody-elses');
  const handle = await open(path, 'w');
  const block = Buffer.alloc(MIB, 1);
  for (let isFull = false; !isFull; ) {
    isFull = await handle.write(block).then(
      ({ bytesWritten }) => bytesWritten < MIB,
      () => true,
    );
  }
  await handle.close();
  return path;
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client(postgres!.connection);
  client.on('error', () => {});
  await client.connect();
  return (await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end())).rows;
}

const INSERT = `insert into row (text) select repeat(md5(random()::text), 30) from generate_series(1, 500)`;

test('while the disk is nearly full changes are refused and reads work, until there is room', async context => {
  if (!disk) return context.skip();
  await start();
  const pool = new Pool({ ...postgres!.connection, max: 1 });
  await pool.query('create table row (id serial, text text)');
  let acknowledged = 0;
  const refusal = await until(async () => {
    try {
      await pool.query(INSERT);
      acknowledged += 500;
    } catch (error) {
      return error as { code: string };
    }
  });
  expect(refusal.code).toBe('25006');
  expect(postgres!.isReadOnly).toBe(true);
  expect((await pool.query('select count(*)::int as n from row')).rows).toEqual([{ n: acknowledged }]);
  await pool.end();

  disk.grow(600);
  await until(() => ask(INSERT));
  expect(postgres!.isReadOnly).toBe(false);
});

test('a disk that somebody else fills to the last byte can still be read, and survives a restart', async context => {
  if (!disk) return context.skip();
  await start();
  await ask('create table row (id serial, text text)');
  await ask(INSERT);
  await until(async () => (await hasReserve(join(disk!.folder, 'data', 'postgres'))) || undefined);
  const taken = await fillDisk();
  await until(() => (postgres!.isReadOnly ? true : undefined));
  process.kill(postgres!.pid!, 'SIGKILL');
  expect(await until(() => ask('select count(*)::int from row'))).toEqual([[500]]);

  await postgres!.stop();
  await start();
  expect(await ask('select count(*)::int from row')).toEqual([[500]]);
  await expect(ask(INSERT)).rejects.toMatchObject({ code: '25006' });

  await rm(taken);
  await until(() => ask(INSERT));
  expect(await ask('select count(*)::int from row')).toEqual([[1_000]]);
});
