import type { DuckDBConnection } from '@duckdb/node-api';
import { ENTITY } from './entity.ts';
import { phaseOf, type Window } from './phases.ts';
import { STATEMENT } from './statement.ts';

const EXCEPTION = `(?i)exception|traceback|panic:|stack ?trace|segfault|unhandled|\\bat [\\w.$]+\\(`;

/**
 * Makes `suspect_unit` (a service's part of one request, or a single line where no request is known; its `class` says which
 * operations were asked for) and `suspect_event` (what happened in a unit: a log statement, a call to another service, a failed span). Needs `suspect_span`.
 */
export async function loadEvents(connection: DuckDBConnection, window: Window): Promise<void> {
  await connection.run(`
    create or replace temp table suspect_log as
    select if(trace_id <> '', hash(hash(trace_id), ${ENTITY}), hash(path, line, "at")) as unit,
      trace_id <> '' as is_traced, hash(trace_id) as trace, ${ENTITY} as service, ${STATEMENT} as event, "at", ${phaseOf('"at"', window)} as phase,
      case when level in ('error', 'fatal') then 2 when level = 'warn' then 1 else 0 end as severity,
      regexp_matches(body, '${EXCEPTION}') as is_exception, left(body, 120) as example
    from records where kind = 'log' and "at" is not null`);
  await connection.run(`
    create or replace temp table suspect_unit as
    with entry as (
      select hash(trace, service) as unit, service, bit_xor(distinct hash(name)) as class, true as is_traced, min(t) as t
      from suspect_span where is_entry group by 1, 2
    ), unseen as (
      select unit, min(service) as service, if(bool_or(is_traced), hash(min_by(event, struct_pack(t := "at", e := event))), 0) as class,
        bool_or(is_traced) as is_traced,
        epoch_us(min("at")) as t
      from suspect_log where unit not in (select unit from entry) group by unit
    ), everything as (from entry union all by name from unseen)
    select unit, service, class, is_traced, t, ${phaseOf('make_timestamptz(t)', window)} as phase from everything`);
  await connection.run(`
    create or replace temp table suspect_event as
    select unit, 'log' as kind, event, max(severity) as severity, bool_or(is_exception) as is_exception,
      min(example) as example
    from suspect_log group by unit, event
    union all
    select distinct hash(trace, caller), 'call', service, 0, false, '' from suspect_span where caller is not null
    union all
    select distinct hash(trace, service), 'failure', name, 2, false, '' from suspect_span where failed`);
}
