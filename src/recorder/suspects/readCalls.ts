import type { DuckDBConnection } from '@duckdb/node-api';
import type { Call } from '../../core/suspects/shifts.ts';
import { readRows } from './readRows.ts';

/** Which service calls which, by all traces. Needs `suspect_span`. */
export function readCalls(connection: DuckDBConnection): Promise<Call[]> {
  return readRows(
    connection,
    `
    select caller, service as callee from suspect_span where caller is not null group by all order by all`,
  );
}

/** The usual duration of a whole request, µs: the median of root spans; null without traces. Needs `suspect_span`. */
export async function readRequestTime(connection: DuckDBConnection): Promise<number | null> {
  const [row] = await readRows<{ us: number | null }>(
    connection,
    `
    select coalesce(median(d) filter (phase = 'baseline'), median(d)) as us
    from suspect_span where is_entry and caller is null`,
  );
  return row?.us ?? null;
}
