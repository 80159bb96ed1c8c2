import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cost } from '../../core/suspects/shifts.ts';
import { rowsOf } from '../lake/rowsOf.ts';

/** Below a tenth of a millisecond differences mean nothing: costs are compared as ln(µs + 100). */
const LOG_COST = 'ln(us + 100)';
/** A cost is high when it is so many spreads above the usual one; a spread is never taken for less than a third of an e-fold. */
const highAbove = (level: string, spread: string) =>
  `ln(${level} + 100) + 3 * greatest(0.3, 1.48 * ${spread})`;

/**
 * Where time went: the self time of every operation and the gap of every edge between two services, in the window and in the
 * baseline, in microseconds. Needs `suspect_cost`. What hardly cost anything (under 1 ms in all) is left out.
 */
export function readCosts(connection: DuckDBConnection): Promise<Cost[]> {
  return rowsOf(
    connection,
    `
    with usual as (
      select kind, service, other, count(*) as n, median(us) as level, mad(${LOG_COST}) as spread,
        ${highAbove('level', 'spread')} as high
      from suspect_cost where phase = 'baseline' group by all
    ), peers as (
      select kind, median(us) as level, mad(${LOG_COST}) as spread, ${highAbove('level', 'spread')} as high
      from suspect_cost group by all
    ), present as (
      select c.kind, c.service, c.other, c.phase, count(*) as n, median(c.us) as level,
        count(*) filter (${LOG_COST} > u.high) as hits, avg(${LOG_COST}) filter (${LOG_COST} > u.high) as hit_log,
        count(*) filter (${LOG_COST} > p.high) as peer_hits, avg(${LOG_COST}) filter (${LOG_COST} > p.high) as peer_hit_log
      from suspect_cost c
      left join usual u on u.kind = c.kind and u.service = c.service and u.other = c.other
      join peers p on p.kind = c.kind
      where c.phase is not null group by all
    )
    select w.kind, w.service, w.other, w.n, w.level, w.hits, w.hit_log as hitLog,
      coalesce(u.n, 0) as baselineN, u.level as baselineLevel, u.spread, coalesce(b.hits, 0) as baselineHits,
      w.peer_hits as peerHits, w.peer_hit_log as peerHitLog, p.level as peerLevel, p.spread as peerSpread
    from present w
    join peers p on p.kind = w.kind
    left join usual u on u.kind = w.kind and u.service = w.service and u.other = w.other
    left join present b on b.phase = 'baseline' and b.kind = w.kind and b.service = w.service and b.other = w.other
    where w.phase = 'window' and w.n * w.level > 1000
    order by w.kind, w.service, w.other`,
  );
}
