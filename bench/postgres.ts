/**
 * The embedded PostgreSQL: first start, second start, memory when idle, and what kills of server process, PostgreSQL and
 * both do to rows that were acknowledged. The rows are written from four sessions, each in a transaction of its own.
 *
 *     node bench/postgres.ts [KILLS]
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { startPostgres } from '../src/server/platform/postgres/startPostgres.ts';
import { killRepeatedly } from '../test/harness/killRepeatedly.ts';
import { memoryOf } from './memoryOf.ts';
import { median } from './processCost.ts';

const ROUNDS = 5;
const SESSIONS = 10;
const kills = Number(process.argv[2] ?? 20);
const log = { info() {}, warn() {}, error() {} };
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

async function timeStart(dataFolder: string): Promise<number> {
  const began = performance.now();
  const postgres = await startPostgres({ dataFolder, log });
  const took = performance.now() - began;
  await postgres.stop();
  return took;
}

async function idleMemory(dataFolder: string): Promise<number | undefined> {
  if (!readdirSync('/').includes('proc')) return undefined;
  const postgres = await startPostgres({ dataFolder, log });
  const pool = new Pool({ ...postgres.connection, max: SESSIONS });
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));
  await migrate(pool);
  await Promise.all(Array.from({ length: SESSIONS }, () => pool.query('select pg_sleep(0.2)')));
  const memory = memoryOf(postgres.pid!);
  await pool.end();
  await postgres.stop();
  return memory;
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
try {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const dataFolder = join(folder, `data-${round}`);
    first.push(await timeStart(dataFolder));
    second.push(await timeStart(dataFolder));
  }
  const memory = await idleMemory(join(folder, 'data-0'));
  const { acknowledged, lost, readyAgain } = await killRepeatedly(join(folder, 'killed'), { kills });
  process.stdout.write(
    [
      `  first start ${seconds(median(first))}, second start ${seconds(median(second))} (medians of ${ROUNDS})`,
      `  idle, migrated, ${SESSIONS} sessions open: ${memory === undefined ? 'not measured here' : `${memory.toFixed(0)} MiB`}`,
      `  ${kills} kills: ${lost.length} of ${acknowledged} acknowledged rows lost; ready again after ` +
        `${seconds(median(readyAgain))}, at most ${seconds(Math.max(...readyAgain))}`,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
