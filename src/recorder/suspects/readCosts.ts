import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cost } from '../../core/suspects/shifts.ts';
import { readRows } from './readRows.ts';

/**
 * Where time went: the self time of every operation and the gap of every edge between two services, in the window and in the
 * baseline, in microseconds. Needs `suspect_span`. Operations that hardly cost anything (under 1 ms in all) are left out.
 */
export function readCosts(connection: DuckDBConnection): Promise<Cost[]> {
  return readRows(
    connection,
    `
    with cost as (
      select 'self' as kind, service, name as other, phase, self_us as us from suspect_span where self_us is not null
      union all
      select 'edge', service, caller, phase, gap_us from suspect_span where gap_us is not null
    ), baseline as (
      select kind, service, other, count(*) as n, median(us) as level, mad(ln(us + 100)) as spread
      from cost where phase = 'baseline' group by all
    ), peers as (
      select kind, median(us) as level, mad(ln(us + 100)) as spread from cost group by all
    )
    select c.kind, c.service, c.other, count(*) as n, median(c.us) as level, avg(ln(c.us + 100)) as meanLog,
      coalesce(any_value(b.n), 0) as baselineN, any_value(b.level) as baselineLevel, any_value(b.spread) as spread,
      any_value(p.level) as peerLevel, any_value(p.spread) as peerSpread,
      sum(greatest(0, c.us - coalesce(b.level, p.level))) as excessUs
    from cost c
    left join baseline b on b.kind = c.kind and b.service = c.service and b.other = c.other
    join peers p on p.kind = c.kind
    where c.phase = 'window' group by all having sum(c.us) > 1000`,
  );
}
