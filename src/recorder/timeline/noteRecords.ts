import type { DuckDBConnection } from '@duckdb/node-api';
import type { Grid } from '../../core/timeline/observation.ts';
import { FAILED, IS_ROOT, instant, OWNER, STATUS } from './sql.ts';

/** Clock uncertainty plus what the stamp's precision hides, microseconds; null when the clock stands alone. */
const UNCERTAINTY = `clock_uncertainty_us + case precision
  when 's' then 1000000 when 'min' then 60000000 when 'day' then 86400000000 when 'ms' then 1000 else 1 end`;

/** A change this long before the observed range may still have caused what happened in it. */
const CHANGE_LEAD = 24 * 3600e6;

/**
 * Makes `noted`: the records in the observed range (and changes up to a day before it), each with its number `row`, time
 * `t`, `owner`, bucket `b`, and what every later question asks: did it fail, is it a request, does a trace begin here.
 */
export async function noteRecords(connection: DuckDBConnection, grid: Grid): Promise<void> {
  const to = grid.from + grid.step * grid.buckets;
  await connection.run(`
    create or replace temp table noted as
    select row_number() over () as row, r.*, epoch_us("at") as t, ${UNCERTAINTY} as u, ${OWNER} as owner,
      ((epoch_us("at") - ${grid.from}) // ${grid.step})::integer as b,
      (kind in ('log', 'span') and ${FAILED}) as failed,
      if(kind = 'log' and attributes like '%stat%' and regexp_matches(attributes, '"[a-z._]*(method|verb|request)"'), ${STATUS}, null) as status,
      (kind = 'span' and ${IS_ROOT}) as is_root
    from records r
    where "at" < ${instant(to)}
      and ("at" >= ${instant(grid.from)} or kind = 'change' and "at" >= ${instant(grid.from - CHANGE_LEAD)})`);
}
