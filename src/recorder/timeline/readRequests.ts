import type { DuckDBConnection } from '@duckdb/node-api';
import type { Grid, Mark, RequestSeries } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { FIRST_MARK, LAST_MARK } from './mark.ts';
import { FAILED, instant, literal, OWNER } from './sql.ts';

interface BucketRow {
  owner: string;
  edge: boolean;
  isLog: boolean;
  b: number;
  requests: number;
  failures: number;
  p50: number | null;
  p95: number | null;
  firstFailure: Mark | null;
  lastFailure: Mark | null;
  firstSlow: Mark | null;
  lastSlow: Mark | null;
}

const MOST_SERVICES = 120;
/** A request is slow when it takes this many times the 95th percentile of its service in a good quarter of the range. */
const SLOW_FACTOR = 2;

/**
 * Requests per service and bucket. A request is a span that another service called (or that begins a trace), or a line
 * of an access log. Leaves the temp table `request` behind (row, t, b, owner, edge, failed, duration_us, trace_id).
 */
export async function readRequests(connection: DuckDBConnection, grid: Grid): Promise<RequestSeries[]> {
  await connection.run(`
    create or replace temp table request as
    select c.row, c.t, c.b, c.owner, c.u, c.source, c.failed, c.duration_us, c.is_root as edge, c.name, false as is_log
    from noted c left join (from noted where kind = 'span') p
      on p.kind = 'span' and c.parent_span_id = p.span_id and c.trace_id = p.trace_id
    where c.kind = 'span' and (c.is_root or p.owner <> c.owner) and c.b >= 0
    union all
    select row, t, b, owner, u, source, status >= 500, duration_us, true, name, true
    from noted where status is not null and b >= 0`);
  const rows = await rowsOf<BucketRow>(
    connection,
    `with usual as (
       select owner, ${SLOW_FACTOR} * quantile_cont(p95, 0.25) as slow from (
         select owner, b, quantile_cont(duration_us, 0.95) as p95 from request group by owner, b
       ) group by owner 
     )
     select owner, bool_or(edge) as edge, bool_or(is_log) as "isLog", b, count(*) as requests,
       count(*) filter (failed) as failures,
       quantile_cont(duration_us, 0.5) / 1000 as p50, quantile_cont(duration_us, 0.95) / 1000 as p95,
       ${FIRST_MARK} filter (failed) as "firstFailure", ${LAST_MARK} filter (failed) as "lastFailure",
       ${FIRST_MARK} filter (duration_us > slow) as "firstSlow", ${LAST_MARK} filter (duration_us > slow) as "lastSlow"
     from request join usual using (owner)
     where owner in (select owner from request group by owner order by count(*) desc, owner limit ${MOST_SERVICES})
     group by owner, b order by owner, b`,
  );
  return [...Map.groupBy(rows, row => row.owner)].map(([service, buckets]) =>
    seriesOf(service, buckets, grid),
  );
}

function seriesOf(service: string, rows: readonly BucketRow[], grid: Grid): RequestSeries {
  const series: RequestSeries = {
    service,
    edge: rows.some(row => row.edge),
    query: queryOf(
      service,
      rows.some(row => row.isLog),
      grid,
    ),
    requests: new Array<number>(grid.buckets).fill(0),
    failures: new Array<number>(grid.buckets).fill(0),
    firstFailure: new Array<Mark | null>(grid.buckets).fill(null),
    lastFailure: new Array<Mark | null>(grid.buckets).fill(null),
    firstSlow: new Array<Mark | null>(grid.buckets).fill(null),
    lastSlow: new Array<Mark | null>(grid.buckets).fill(null),
    p50: new Array<number | null>(grid.buckets).fill(null),
    p95: new Array<number | null>(grid.buckets).fill(null),
  };
  for (const { b, requests, failures, p50, p95, ...marks } of rows) {
    series.requests[b] = requests;
    series.failures[b] = failures;
    series.p50[b] = p50;
    series.p95[b] = p95;
    series.firstFailure[b] = marks.firstFailure;
    series.lastFailure[b] = marks.lastFailure;
    series.firstSlow[b] = marks.firstSlow;
    series.lastSlow[b] = marks.lastSlow;
  }
  return series;
}

function queryOf(service: string, isLog: boolean, grid: Grid): string {
  const kind = isLog ? 'log' : 'span';
  return `select time_bucket(interval '${grid.step / 1e6} seconds', "at") as bucket, count(*) as requests,
  count(*) filter (where ${FAILED}) as failed, quantile_cont(duration_us, 0.95) / 1000 as p95_ms
from records
where kind = '${kind}' and ${OWNER} = ${literal(service)} and "at" >= ${instant(grid.from)} and "at" < ${instant(grid.from + grid.step * grid.buckets)}
group by bucket order by bucket`;
}
