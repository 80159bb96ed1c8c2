import type { DuckDBConnection } from '@duckdb/node-api';

/** Lines of one request further apart than this belong to different work. */
const LONGEST_PAUSE_US = 600e6;

/**
 * Makes `suspect_cost`: one row for each time an operation worked (`self`, `other` is the operation) and each time something got
 * lost between two services (`edge`, `other` is the caller). Requests that no span describes speak through their log lines: the pause
 * between two lines of one service is its own time; between two services, the pause belongs to the edge, and the service that
 * joined the request later is the callee. Needs `suspect_span`, `suspect_log`.
 */
export async function loadCosts(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create or replace temp table suspect_cost as
    with line as (
      select trace, service, event, "at", phase, min("at") over (partition by trace, service) as joined
      from suspect_log where is_traced and trace not in (select trace from suspect_span)
    ), step as (
      select *, lag(service) over request as last, lag(event) over request as last_event, lag(joined) over request as last_joined,
        epoch_us("at") - epoch_us(lag("at") over request) as us
      from line window request as (partition by trace order by "at")
    )
    select 'self' as kind, service, name as other, phase, self_us as us from suspect_span where self_us is not null
    union all
    select 'edge', service, caller, phase, gap_us from suspect_span where gap_us is not null
    union all
    select 'self', service, last_event || ' → ' || event, phase, us from step where last = service and us < ${LONGEST_PAUSE_US}
    union all
    select 'edge', if(joined >= last_joined, service, last), if(joined >= last_joined, last, service), phase, us
    from step where last <> service and us < ${LONGEST_PAUSE_US}`);
}
