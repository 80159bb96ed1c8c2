import type { DuckDBConnection } from '@duckdb/node-api';
import type { MetricShift } from '../../core/suspects/shifts.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { instant } from '../timeline/sql.ts';
import { ENTITY } from './entity.ts';
import { phaseOf, type Window } from './phases.ts';

/** Cumulative counters, by the endings that Prometheus gives them: only their growth says something. */
const COUNTER = `(_total|_count|_sum|_bucket)$`;
/** A sample speaks of the time before it, but not of more than this. */
const LONGEST_STEP_US = 5 * 60e6;

/**
 * Every metric series that has samples in the window, or had them until just before, beside its own quantiles in the
 * baseline (at 0, 1, 5, 25, 50, 75, 95, 99 and 100 %). The window reaches one step further, as a sample sums up the time before it.
 */
export async function readMetrics(connection: DuckDBConnection, window: Window): Promise<MetricShift[]> {
  await connection.run(`
    create or replace temp table suspect_series as
    select hash(service, host, name, attributes) as series, ${ENTITY} as service, name,
      json_extract_string(nullif(any_value(attributes), ''), '$.pod') as pod,
      (epoch_us(max("at")) - epoch_us(min("at"))) / greatest(count(distinct "at") - 1, 1) as step,
      max("at") as last, max(max("at")) over () as end
    from records where kind = 'metric' and "at" is not null group by 1, 2, 3`);
  const [row] = await rowsOf<{ step: number | null }>(
    connection,
    `select median(step) as step from suspect_series`,
  );
  return readSeries(connection, window, Math.min(row?.step ?? 0, LONGEST_STEP_US));
}

function readSeries(connection: DuckDBConnection, window: Window, stepUs: number): Promise<MetricShift[]> {
  return rowsOf(
    connection,
    `
    with raw as (
      select hash(service, host, name, attributes) as series, "at", ${phaseOf('"at"', window, stepUs)} as phase, value,
        regexp_matches(name, '${COUNTER}') as is_counter
      from records where kind = 'metric' and "at" is not null and isfinite(value)
    ), sample as (
      select series, "at", phase, value from raw where not is_counter
      union all
      select series, "at", phase, greatest(0, value - lag(value) over (partition by series order by "at")) from raw where is_counter
    ), baseline as (
      select series, count(*) as n, quantile_cont(value, [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1]) as q
      from sample where phase = 'baseline' and value is not null group by series
    ), present as (
      select series, count(distinct "at") as n, min(value) as low, max(value) as high, median(value) as level,
        epoch_us(min_by("at", struct_pack(v := -value, t := "at"))) as high_at
      from sample where phase = 'window' and value is not null group by series
    )
    select s.service, s.name, s.pod, coalesce(w.n, 0) as n, w.low, w.high, w.level, w.high_at as highAt,
      coalesce(b.n, 0) as baselineN, b.q as quantiles,
      median(w.level) over (partition by s.name) as peerLevel, count(w.n) over (partition by s.name) as peers,
      s.last < ${instant(window.from)} as isSilent
    from suspect_series s left join present w using (series) left join baseline b using (series)
    where w.n > 0 or (s.last between ${instant(window.from - 3 * stepUs)} and ${instant(window.from)} and s.end >= ${instant(window.to)})
    order by s.service, s.name, s.pod, s.series`,
  );
}
