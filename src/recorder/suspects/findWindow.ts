import type { DuckDBConnection } from '@duckdb/node-api';
import type { Micros } from '../../core/record.ts';
import { LOOK_US, proposeStart, type Unrest } from '../../core/suspects/proposeWindow.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { ENTITY } from './entity.ts';
import type { Window } from './phases.ts';

/** With only a start given, this much after it. */
const AFTER_START_US = 5 * 60e6;
/** An alert fires some time after trouble begins. */
const BEFORE_ALERT_US = 5 * 60e6;

export interface FoundWindow extends Window {
  basis: 'given' | 'proposed' | 'all';
}

/**
 * The window to look at: as given; else from the first alert on; else from where latency and errors step up most; else everything.
 */
export async function findWindow(
  connection: DuckDBConnection,
  { from, to }: { from?: Micros | undefined; to?: Micros | undefined },
): Promise<FoundWindow> {
  if (from !== undefined) return { from, to: to ?? from + AFTER_START_US, basis: 'given' };
  if (to !== undefined) return { from: to - AFTER_START_US, to, basis: 'given' };
  const alert = await firstAlert(connection);
  if (alert !== null) return { from: alert - BEFORE_ALERT_US, to: alert + LOOK_US, basis: 'proposed' };
  const start = proposeStart(await readUnrest(connection));
  if (start !== undefined) return { from: start, to: start + LOOK_US, basis: 'proposed' };
  const all = await everything(connection);
  return { from: all.low ?? 0, to: (all.high ?? 0) + 1, basis: 'all' };
}

/** The range of logs and spans, which tell most; of all records where there are none. Metrics often span a day around them. */
async function everything(
  connection: DuckDBConnection,
): Promise<{ low: Micros | null; high: Micros | null }> {
  const ranges = await rowsOf<{ low: number | null; high: number | null }>(
    connection,
    `select epoch_us(min("at")) as low, epoch_us(max("at")) as high
    from records where "at" > timestamptz '1990-01-01' group by kind in ('log', 'span') order by kind in ('log', 'span') desc`,
  );
  return ranges[0] ?? { low: null, high: null };
}

async function firstAlert(connection: DuckDBConnection): Promise<Micros | null> {
  const [row] = await rowsOf<{ at: number | null }>(
    connection,
    `
    select epoch_us(min("at")) as at from records where kind = 'alert' and not name ilike '%watchdog%'`,
  );
  return row?.at ?? null;
}

/**
 * How unusual each ten seconds were: spans count by how many e-folds (beyond one) they are over their operation's median,
 * errors count as two. Only stretches in which something happened.
 */
function readUnrest(connection: DuckDBConnection): Promise<Unrest[]> {
  return rowsOf(
    connection,
    `
    with work as (
      select epoch_us("at") // 10000000 as stretch, ln(duration_us + 1000) as cost, level in ('error', 'fatal') as is_error,
        median(ln(duration_us + 1000)) over (partition by ${ENTITY}, name, kind) as usual
      from records where kind in ('span', 'log') and "at" > timestamptz '1990-01-01'
    )
    select stretch * 10000000 as at, avg(case when is_error then 2 else coalesce(greatest(0, cost - usual - 1), 0) end) as unrest,
      count(*) as events
    from work group by stretch order by stretch`,
  );
}
