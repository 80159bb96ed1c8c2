import type { DuckDBConnection } from '@duckdb/node-api';
import type { SpanFault } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';

/** Clocks that were never compared may differ by this much without a word. */
const UNKNOWN_CLOCK = 1000;

const SAMPLES = `list_slice(array_agg(row order by t, row), 1, 3)`;

/** Spans whose parent is in no file, per service. */
export const readOrphans = (connection: DuckDBConnection): Promise<SpanFault[]> =>
  rowsOf(
    connection,
    `select owner as service, '' as parent, count(*) as count,
       (select count(*) from noted a where a.kind = 'span' and a.owner = c.owner) as of, 0 as "worstUs", ${SAMPLES} as rows
     from noted c
     where kind = 'span' and not is_root
       and not exists (select 1 from noted p where p.kind = 'span' and p.span_id = c.parent_span_id and p.trace_id = c.trace_id)
     group by owner order by count desc, service`,
  );

/** Traces without any span that begins them, by the service of their earliest span. */
export const readRootless = (connection: DuckDBConnection): Promise<SpanFault[]> =>
  rowsOf(
    connection,
    `with trace as (
       select trace_id, bool_or(is_root) as has_root, arg_min(owner, (t, row)) as owner, arg_min(row, (t, row)) as row, min(t) as t
       from noted where kind = 'span' and trace_id <> '' group by trace_id
     )
     select owner as service, '' as parent, count(*) filter (not has_root) as count, count(*) as of, 0 as "worstUs",
       list_slice(array_agg(row order by t, row) filter (not has_root), 1, 3) as rows
     from trace group by owner having count(*) filter (not has_root) > 0 order by count desc, service`,
  );

/** Spans that begin before the span that called them, after clock correction and beyond its uncertainty. */
export const readEarly = (connection: DuckDBConnection): Promise<SpanFault[]> =>
  rowsOf(
    connection,
    `with pair as (
       select c.row, c.t, c.owner as service, p.owner as parent, p.t - c.t as early,
         coalesce(c.u, ${UNKNOWN_CLOCK}) + coalesce(p.u, ${UNKNOWN_CLOCK}) as doubt
       from noted c join noted p
         on p.kind = 'span' and p.span_id = c.parent_span_id and p.trace_id = c.trace_id
       where c.kind = 'span'
     )
     select service, parent, count(*) filter (early > doubt) as count, count(*) as of,
       max(early) as "worstUs", list_slice(array_agg(row order by early desc, row) filter (early > doubt), 1, 3) as rows
     from pair group by service, parent having count(*) filter (early > doubt) > 0 order by count desc, service, parent`,
  );

/** Traces that logs name and no span shows: a hint that spans were sampled. */
export async function readSampling(
  connection: DuckDBConnection,
): Promise<{ logged: number; traced: number; rows: number[] }> {
  const [found] = await rowsOf<{ logged: number; traced: number; rows: number[] | null }>(
    connection,
    `with logged as (
       select trace_id, min(row) as row from noted where kind = 'log' and trace_id <> '' group by trace_id
     )
     select count(*) as logged, count(*) filter (exists (select 1 from noted s where s.kind = 'span' and s.trace_id = l.trace_id)) as traced,
       list_slice(array_agg(row order by row), 1, 3) as rows
     from logged l`,
  );
  return { logged: found?.logged ?? 0, traced: found?.traced ?? 0, rows: found?.rows ?? [] };
}
