import type { DuckDBConnection } from '@duckdb/node-api';
import type { Exchange } from '../../core/clocks/exchange.ts';
import { CLOCK, POD, POD_HOST_JOIN } from './clockNames.ts';

/** A link where more than this share of the replies comes after the answer carries messages, not calls. */
const ASYNCHRONOUS_SHARE = 0.25;

/** Exchanges are thinned to the tightest of each link in each of so many stretches of time. */
const STRETCHES = 128;
const TIGHTEST = 12;

/** Spans once each, with the clock that stamped them and the instance (pod or service) that they ran in. */
export const createClockSpans = (records: string) => `
  create or replace temp table clock_spans as
  select r.trace_id, r.span_id, any_value(r.parent_span_id) as parent_span_id, any_value(r.service) as service,
    any_value(${CLOCK}) as clock, any_value(coalesce(nullif(${POD}, ''), r.service)) as instance,
    min(epoch_us(r.at)) as began, min(epoch_us(r.at) + r.duration_us) as ended
  from ${records} r ${POD_HOST_JOIN}
  where r.kind = 'span' and r.at is not null and r.duration_us is not null and r.span_id <> ''
  group by r.trace_id, r.span_id`;

const selectExchanges = `
  with calls as (
    select p.service || ' → ' || c.service as link, p.clock as caller, c.clock as callee,
      p.began as sent, c.began as received, c.ended as replied, p.ended as answered,
      (c.began - p.began) + (p.ended - c.ended) as slack,
      c.trace_id, p.span_id as parent_span_id, c.span_id
    from clock_spans c join clock_spans p on p.trace_id = c.trace_id and p.span_id = c.parent_span_id
    where p.instance <> c.instance or p.clock <> c.clock
  ),
  judged as (
    select *, avg((slack < 0)::int) over (partition by link) > ${ASYNCHRONOUS_SHARE} as is_message,
      min(sent) over () as first, max(sent) over () as last
    from calls
  ),
  tightest as (
    select * from judged
    qualify row_number() over (
      partition by link, caller, callee, ((sent - first) * ${STRETCHES}) // (last - first + 1)
      order by slack < 0, slack, trace_id, span_id
    ) <= ${TIGHTEST}
  ),
  inner_ends as (
    select t.trace_id, t.span_id, max(i.ended) as ended
    from tightest t join clock_spans i
      on i.trace_id = t.trace_id and i.parent_span_id = t.span_id and i.instance <> '' and i.clock = t.callee
    where i.ended <= t.replied
    group by t.trace_id, t.span_id
  )
  select t.link, t.caller, t.callee, t.sent::double as sent, t.received::double as received,
    case when not is_message and slack >= 0 then t.replied::double end as replied,
    case when not is_message and slack >= 0 then t.answered::double end as answered,
    (t.replied - i.ended)::double as closing,
    t.parent_span_id || ' → ' || t.span_id as name
  from tightest t left join inner_ends i on i.trace_id = t.trace_id and i.span_id = t.span_id
  order by t.sent, name`;

/**
 * Reads the causally paired spans of different programs: the tightest of each link in each stretch of time, in time
 * order. Needs the table of `createClockSpans`.
 */
export async function readExchanges(connection: DuckDBConnection): Promise<Exchange[]> {
  const reader = await connection.runAndReadAll(selectExchanges);
  return reader.getRowObjectsJS() as unknown as Exchange[];
}
