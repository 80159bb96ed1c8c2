import type { DuckDBConnection } from '@duckdb/node-api';
import type { Call } from '../../core/suspects/shifts.ts';
import { rowsOf } from '../lake/rowsOf.ts';

/** Which service calls which, by all requests. Needs `suspect_cost`. */
export function readCalls(connection: DuckDBConnection): Promise<Call[]> {
  return rowsOf(
    connection,
    `
    select distinct other as caller, service as callee from suspect_cost where kind = 'edge' order by all`,
  );
}

/** The usual duration of a whole request, µs: the median of root spans; null without traces. Needs `suspect_span`. */
export async function readRequestTime(connection: DuckDBConnection): Promise<number | null> {
  const [row] = await rowsOf<{ us: number | null }>(
    connection,
    `
    select coalesce(median(d) filter (phase = 'baseline'), median(d)) as us
    from suspect_span where is_entry and caller is null`,
  );
  return row?.us ?? null;
}

/** Requests in the window, and different minutes of the baseline that hold any: after less than a few, "usual" means little. Needs `suspect_unit`. */
export async function readCoverage(
  connection: DuckDBConnection,
): Promise<{ units: number; baselineMinutes: number }> {
  const [row] = await rowsOf<{ units: number; minutes: number }>(
    connection,
    `
    select count(*) filter (phase = 'window') as units, count(distinct t // 60000000) filter (phase = 'baseline') as minutes
    from suspect_unit`,
  );
  return { units: row?.units ?? 0, baselineMinutes: row?.minutes ?? 0 };
}
