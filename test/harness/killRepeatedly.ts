import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type SpawnedPostgres, spawnPostgres } from './spawnPostgres.ts';
import { until } from './until.ts';
import { writeRows } from './writeRows.ts';

/** What repeated kills did to rows that had been acknowledged. */
export interface KillReport {
  acknowledged: number;
  lost: number[];
  /** Milliseconds from each kill until rows could be read again. */
  readyAgain: number[];
}

const VICTIMS = ['server', 'postgres', 'both'] as const;

/** Writes rows from four sessions while server process, PostgreSQL and both are killed in turn; then counts. */
export async function killRepeatedly(dataFolder: string, { kills }: { kills: number }): Promise<KillReport> {
  let running: SpawnedPostgres = await spawnPostgres(dataFolder);
  try {
    await query(running, 'create table row (id int primary key)');
    const writers = writeRows(() => running.connection);
    const readyAgain: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await moreThan(writers.acknowledged, 200 + 150 * (kill % 4));
      const victim = VICTIMS[kill % VICTIMS.length]!;
      const began = performance.now();
      await running.kill(victim);
      if (victim !== 'postgres') running = await spawnPostgres(dataFolder);
      await until(() => query(running, 'select id from row limit 1'));
      readyAgain.push(performance.now() - began);
    }
    await writers.stop();
    const found = new Set((await query(running, 'select id from row')).map(({ id }) => id));
    const { acknowledged } = writers;
    return { acknowledged: acknowledged.length, lost: acknowledged.filter(id => !found.has(id)), readyAgain };
  } finally {
    await running.stop();
  }
}

async function moreThan(rows: readonly unknown[], more: number): Promise<void> {
  const wanted = rows.length + more;
  while (rows.length < wanted) await wait(5);
}

async function query({ connection }: SpawnedPostgres, sql: string): Promise<{ id: number }[]> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}
