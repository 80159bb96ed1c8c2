import type { DuckDBConnection } from '@duckdb/node-api';
import type { Micros } from '../../core/record.ts';
import { gridOver } from '../../core/timeline/grid.ts';
import type { Grid, Observations, Stretch } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
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
import { instant, OWNER } from './sql.ts';

/** Logs that cover less than this part of the range do not make the grid any finer. */
const MOST_PACE = 20;
/** A typical bucket with fewer records may well be empty now and then. */
const SPARSE = 10;
const MOST = { alert: 2000, change: 500, message: 5000 } as const;

/** Asks `records` everything that the rules of the timeline want to know about `[from, to)`. */
export async function observe(
  connection: DuckDBConnection,
  range: { from: Micros; to: Micros },
  apart: Stretch[] = [],
): Promise<Observations> {
  const grid = gridOver(range.from, range.to, await readDensity(connection, range));
  await noteRecords(connection, grid);
  const overlaps = await mergeOverlaps(connection);
  const requests = await readRequests(connection, grid);
  const errors = await readErrors(connection, grid);
  return {
    grid,
    heard: await readHeard(connection, grid),
    told: await readTold(connection),
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
    strays: { ...(await readStrays(connection, range)), apart },
  };
}

async function readStrays(
  connection: DuckDBConnection,
  range: { from: Micros; to: Micros },
): Promise<Omit<Observations['strays'], 'apart'>> {
  const [found] = await rowsOf<Omit<Observations['strays'], 'apart'>>(
    connection,
    `select count(*) as records, count(*) filter ("at" is null) as "withoutTime",
       count(*) filter (kind not in ('change', 'object') and (epoch_us("at") < ${range.from} or epoch_us("at") >= ${range.to})) as outside,
       count(*) filter (duration_us < 0) as "endBeforeStart"
     from records`,
  );
  return found!;
}

/** The stretch that logs and spans cover. */
async function readTold(connection: DuckDBConnection): Promise<Observations['told']> {
  const [found] = await rowsOf<{ from: number | null; to: number | null }>(
    connection,
    `select min(t) as "from", max(t) as "to" from noted where kind in ('log', 'span') and b >= 0`,
  );
  return found?.from == null || found.to === null ? undefined : { from: found.from, to: found.to };
}

/**
 * How many log lines and spans a typical busy service would have in the range, at the pace at which it has them while
 * there are any: metrics often reach much further than logs.
 */
async function readDensity(
  connection: DuckDBConnection,
  range: { from: Micros; to: Micros },
): Promise<number> {
  const [found] = await rowsOf<{ density: number | null }>(
    connection,
    `with told as (
       select ${OWNER} as owner, count(*) as n, quantile_cont(epoch_us("at"), [0.01, 0.99]) as edges from records
       where kind in ('log', 'span') and "at" >= ${instant(range.from)} and "at" < ${instant(range.to)}
       group by owner
     )
     select quantile_cont(n, 0.75) * least(${MOST_PACE}, ${range.to - range.from} / greatest(1, max(edges[2]) - min(edges[1]))) as density
     from told`,
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
