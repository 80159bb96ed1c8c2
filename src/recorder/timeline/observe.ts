import type { DuckDBConnection } from '@duckdb/node-api';
import type { Micros } from '../../core/record.ts';
import { gridOver } from '../../core/timeline/grid.ts';
import type { Grid, Observations } from '../../core/timeline/observation.ts';
import { mergeOverlaps } from './mergeOverlaps.ts';
import { noteRecords } from './noteRecords.ts';
import { readErrors, readLogs } from './readErrors.ts';
import { readMetrics } from './readMetrics.ts';
import { readNoted } from './readNoted.ts';
import { readQuiets } from './readQuiets.ts';
import { readRequests } from './readRequests.ts';
import { readResets } from './readResets.ts';
import { readEvents, readTopics } from './readRuns.ts';
import { readEarly, readOrphans, readRootless, readSampling } from './readSpanFaults.ts';
import { rowsOf } from './rowsOf.ts';
import { instant, OWNER } from './sql.ts';

/** A typical bucket with fewer records may well be empty now and then. */
const SPARSE = 10;
const MOST = { alert: 2000, change: 500, message: 5000 } as const;

/** Asks `records` everything that the rules of the timeline want to know about `[from, to)`. */
export async function observe(
  connection: DuckDBConnection,
  range: { from: Micros; to: Micros },
): Promise<Observations> {
  const grid = gridOver(range.from, range.to, await readDensity(connection, range));
  await noteRecords(connection, grid);
  const overlaps = await mergeOverlaps(connection);
  const requests = await readRequests(connection, grid);
  const errors = await readErrors(connection, grid);
  return {
    grid,
    heard: await readHeard(connection, grid),
    requests,
    errors,
    logs: await readLogs(connection, grid),
    metrics: await readMetrics(connection, grid),
    topics: [...(await readTopics(connection)), ...(await readResets(connection))],
    events: await readEvents(connection),
    alerts: await readNoted(connection, 'alert', MOST.alert),
    changes: await readNoted(connection, 'change', MOST.change),
    messages: await readNoted(connection, 'message', MOST.message),
    quiets: await readQuiets(connection, grid),
    orphans: await readOrphans(connection),
    rootless: await readRootless(connection),
    early: await readEarly(connection),
    sampling: await readSampling(connection),
    overlaps,
    strays: await readStrays(connection, range),
  };
}

async function readStrays(
  connection: DuckDBConnection,
  range: { from: Micros; to: Micros },
): Promise<Observations['strays']> {
  const [found] = await rowsOf<Observations['strays']>(
    connection,
    `select count(*) as records, count(*) filter ("at" is null) as "withoutTime",
       count(*) filter (kind not in ('change', 'object') and (epoch_us("at") < ${range.from} or epoch_us("at") >= ${range.to})) as outside,
       count(*) filter (duration_us < 0) as "endBeforeStart"
     from records`,
  );
  return found!;
}

/** How many log lines and spans a typical busy service has in the range. */
async function readDensity(
  connection: DuckDBConnection,
  range: { from: Micros; to: Micros },
): Promise<number> {
  const [found] = await rowsOf<{ density: number | null }>(
    connection,
    `select quantile_cont(n, 0.75) as density from (
       select count(*) as n from records
       where kind in ('log', 'span') and "at" >= ${instant(range.from)} and "at" < ${instant(range.to)}
       group by ${OWNER})`,
  );
  return found?.density ?? 0;
}

/** Whether each bucket holds anything; where records are sparse anyway, an empty bucket still counts as heard. */
async function readHeard(connection: DuckDBConnection, grid: Grid): Promise<boolean[]> {
  const counts = await rowsOf<{ b: number; n: number }>(
    connection,
    `select b, count(*) as n from noted where kind in ('log', 'span') and b >= 0 group by b order by n`,
  );
  const isSparse = (counts[counts.length >> 1]?.n ?? 0) < SPARSE;
  const full = new Set(counts.map(({ b }) => b));
  return Array.from({ length: grid.buckets }, (_, bucket) => isSparse || full.has(bucket));
}
