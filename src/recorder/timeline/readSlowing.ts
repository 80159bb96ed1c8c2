import type { DuckDBConnection } from '@duckdb/node-api';
import type { Micros } from '../../core/record.ts';
import type { Slowing } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { FIRST_MARK } from './mark.ts';
import { instant, literal, OWNER } from './sql.ts';

/** Calls that are needed outside the impact to know what is usual. */
const LEAST_USUAL = 5;
/** A call is slow when it takes this many times the usual 95th percentile, and this much longer in microseconds. */
const TIMES_USUAL = 3;
const LEAST_LONGER = 20_000;
const LEAST_SLOW = 2;
const LEAST_SHARE = 0.05;
const MOST = 40;

interface SlowRow extends Omit<Slowing, 'query' | 'on'> {
  on: 'way' | 'call';
  threshold: number;
}

/**
 * Per service, the operation that slowed most often while the impact lasted, with the first call that shows it; and per
 * pair of services, the calls that lose time between them. Compared with the calls outside the impact.
 */
export async function readSlowing(
  connection: DuckDBConnection,
  impact: { from: Micros; to: Micros },
): Promise<Slowing[]> {
  const rows = await rowsOf<SlowRow>(
    connection,
    `with call as (
       select 'call' as "on", row, t, u, source, owner, name as what, duration_us as d
       from noted where (kind = 'span' or status is not null) and duration_us > 0 and b >= 0
       union all
       select 'way', row, t, u, source, owner, caller, greatest(0, outer_us - d) from (
         select c.row, c.t, c.u, c.source, c.owner, p.owner as caller, c.duration_us as d, p.duration_us as outer_us,
           count(*) over (partition by c.trace_id, c.parent_span_id) as siblings
         from noted c join noted p on p.kind = 'span' and p.span_id = c.parent_span_id and p.trace_id = c.trace_id
         where c.kind = 'span' and p.owner <> c.owner and c.b >= 0
       ) where siblings = 1
     ), usual as (
       select "on", owner, what, quantile_cont(d, 0.5) as middle,
         greatest(${TIMES_USUAL} * quantile_cont(d, 0.95), quantile_cont(d, 0.95) + ${LEAST_LONGER}) as threshold
       from call where t < ${impact.from} or t >= ${impact.to} group by all having count(*) >= ${LEAST_USUAL}
     ), slow as (
       select "on", owner, what, any_value(middle) as "usualUs", any_value(threshold) as threshold, count(*) as of,
         count(*) filter (d > threshold) as count, ${FIRST_MARK} filter (d > threshold) as first,
         arg_min(d, (t, row)) filter (d > threshold) as "firstUs", list_slice(array_agg(row order by t, row) filter (d > threshold), 1, 5) as rows
       from call join usual using ("on", owner, what) where t >= ${impact.from} and t < ${impact.to} group by all
     )
     select "on", owner as service, what, "usualUs", threshold, of, count, first, "firstUs", rows from slow
     where count >= ${LEAST_SLOW} and count >= ${LEAST_SHARE} * of
     qualify row_number() over (partition by "on", owner order by count desc, what) = 1
     order by count desc, "on", service limit ${MOST}`,
  );
  return rows.map(({ threshold, ...row }) => ({ ...row, query: queryOf({ ...row, threshold }, impact) }));
}

function queryOf(row: SlowRow, { from, to }: { from: Micros; to: Micros }): string {
  const during = (alias: string): string =>
    `${alias}"at" >= ${instant(from)} and ${alias}"at" < ${instant(to)}`;
  if (row.on === 'call')
    return `select "at", path, line, name, duration_us from records
where (kind = 'span' or kind = 'log') and ${OWNER} = ${literal(row.service)} and name = ${literal(row.what)}
  and duration_us > ${row.threshold} and ${during('')}
order by "at"`;
  const owner = (alias: string): string =>
    `coalesce(nullif(${alias}.service, ''), nullif(${alias}.host, ''), ${alias}.source)`;
  return `select c."at", c.path, c.line, c.name, p.duration_us as caller_us, c.duration_us as callee_us
from records c join records p on p.kind = 'span' and p.span_id = c.parent_span_id and p.trace_id = c.trace_id
where c.kind = 'span' and ${owner('c')} = ${literal(row.service)} and ${owner('p')} = ${literal(row.what)}
  and p.duration_us - c.duration_us > ${row.threshold} and ${during('c.')}
order by c."at"`;
}
