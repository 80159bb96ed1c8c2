import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pattern } from '../../core/suspects/shifts.ts';
import { rowsOf } from '../lake/rowsOf.ts';

/**
 * Events that happened more or less often in the window than requests of the same class let expect. `units` requests of classes
 * that the baseline knows, `expected` of them with the event, `seen` with it; `fresh` the same event in classes without baseline.
 * Needs `suspect_unit` and `suspect_event`.
 */
export function readPatterns(connection: DuckDBConnection): Promise<Pattern[]> {
  return rowsOf(
    connection,
    `
    with class as (
      select service, class, count(*) filter (phase = 'window') as n, count(*) filter (phase = 'baseline') as bn
      from suspect_unit group by all having n > 0
    ), event as (
      select u.service, u.class, e.kind, e.event, max(e.severity) as severity, bool_or(e.is_exception) as is_exception,
        min(e.example) as example, bool_or(u.is_traced) as is_traced,
        count(*) filter (u.phase = 'window') as k, count(*) filter (u.phase = 'baseline') as bk
      from suspect_event e join suspect_unit u on u.unit = e.unit where u.phase is not null group by all
    ), ever as (
      select service, kind, event, sum(bk) as bk from event group by all
    )
    select e.service, e.kind, e.event, max(e.severity) as severity, bool_or(e.is_exception) as isException, min(e.example) as example,
      bool_or(e.is_traced) as "isTraced", coalesce(sum(c.n) filter (c.bn >= 3), 0) as units, coalesce(sum(c.bn) filter (c.bn >= 3), 0) as baselineUnits,
      coalesce(sum(c.n * e.bk / c.bn) filter (c.bn >= 3), 0) as expected, coalesce(sum(e.k) filter (c.bn >= 3), 0) as seen,
      coalesce(sum(e.k) filter (c.bn < 3), 0) as fresh, any_value(a.bk) as baselineSeen
    from event e
    join class c on c.service = e.service and c.class = e.class
    join ever a on a.service = e.service and a.kind = e.kind and a.event = e.event
    group by e.service, e.kind, e.event
    having abs(expected - seen) > 0.1 * units or fresh > 0 and baselineSeen = 0
      or seen > 2 + 3 * expected and (max(e.severity) = 2 or bool_or(e.is_exception))
    order by e.service, e.kind, e.event`,
  );
}
