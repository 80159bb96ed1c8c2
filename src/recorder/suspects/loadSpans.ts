import type { DuckDBConnection } from '@duckdb/node-api';
import { ENTITY } from './entity.ts';
import { phaseOf, type Window } from './phases.ts';

/** How tracers write that a span failed: OpenTelemetry status, the `error` tag, an HTTP status of 5xx. */
const FAILED = `(level in ('error', 'fatal') or regexp_matches(attributes,
  '"(otel\\.)?status(_code|\\.code)?":\\s*(2\\b|"?(STATUS_CODE_)?ERROR)|"error":\\s*"?true|"http\\.(response\\.)?status_code":\\s*"?5\\d\\d'))`;

/**
 * Makes `suspect_span`: one row a span with `self_us` (its duration without the time that children cover; null for a
 * span that only waits for another service; a childless span beside a waiting one waits with it) and, where the parent is another service's, `caller` and `gap_us`: what
 * the caller waited beyond the time that the callee worked. Durations only, so that clocks of hosts do not matter.
 */
export async function loadSpans(connection: DuckDBConnection, window: Window): Promise<void> {
  await connection.run(`
    create or replace temp table suspect_span as
    with span as (
      select hash(trace_id, span_id) as id, hash(trace_id, parent_span_id) as parent, hash(trace_id) as trace,
        ${ENTITY} as service, regexp_replace(name, '[0-9a-f-]*\\d[0-9a-f-]{2,}', '*', 'g') as name,
        epoch_us("at") as t, duration_us as d, ${phaseOf('"at"', window)} as phase, ${FAILED} as failed
      from records where kind = 'span' and "at" is not null and duration_us >= 0
    ), child as (
      select c.id, c.parent, p.service as caller, p.t as pt, p.d as pd, c.d, c.service <> p.service as is_remote,
        if(is_remote, greatest(p.t, least(c.t, p.t + p.d - c.d)), c.t) as start
      from span c join span p on c.parent = p.id
    ), laid as (
      select *, max(start + d) over (partition by parent order by start
        rows between unbounded preceding and 1 preceding) as reach from child
    ), covered as (
      select parent, count(*) as children, bool_or(is_remote) as is_waiting,
        sum(greatest(0, least(start + d, pt + pd) - greatest(start, pt, coalesce(reach, pt)))) as us
      from laid group by parent
    ), waited as (
      select c.id, sum(greatest(0, least(c.start + c.d, w.start + w.d) - greatest(c.start, w.start))) as us
      from child c join child w on w.parent = c.parent and w.id <> c.id
      where w.id in (select parent from child where is_remote) and c.id not in (select parent from child)
      group by c.id
    )
    select s.id, s.trace, s.service, s.name, s.t, s.d, s.phase, s.failed,
      if(w.is_waiting and w.children = 1, null, greatest(0, s.d - coalesce(w.us, 0) - coalesce(x.us, 0))) as self_us,
      if(c.is_remote, c.caller, null) as caller,
      if(c.is_remote and u.children = 1, greatest(0, c.pd - s.d), null) as gap_us,
      c.id is null or c.is_remote as is_entry
    from span s
    left join covered w on w.parent = s.id
    left join waited x on x.id = s.id
    left join child c on c.id = s.id
    left join covered u on u.parent = s.parent`);
}
