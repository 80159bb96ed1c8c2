import type { DuckDBConnection } from '@duckdb/node-api';
import type { Exchange } from '../../core/clocks/exchange.ts';
import { CLOCK, CLOCK_JOIN } from './clockNames.ts';

/** A link where more than this share of the replies comes after the answer carries messages, not calls. */
const ASYNCHRONOUS_SHARE = 0.25;

/** Exchanges are thinned to the tightest of each link in each of so many stretches of time. */
const STRETCHES = 128;
const TIGHTEST = 12;

/** A call: the caller's span around the callee's, in different programs. */
const CALLS = `
  select p.service || ' → ' || c.service as link, p.clock as caller, c.clock as callee,
    p.began as sent, c.began as received, c.ended as replied, p.ended as answered,
    c.trace_id, p.span_id as outer_id, c.span_id as inner_id
  from clock_spans c join clock_spans p on p.trace_id = c.trace_id and p.span_id = c.parent_span_id
  where p.instance <> c.instance or p.clock <> c.clock`;

/** A log line inside the span that it names, where another clock stamped it: received and replied at once. */
const lines = (records: string) => `
  select s.service || ' → log' as link, s.clock as caller, r.clock as callee,
    s.began as sent, r.stamp as received, r.stamp as replied, s.ended as answered,
    s.trace_id, s.span_id as outer_id, 'log line ' || r.line as inner_id
  from (
    select ${CLOCK} as clock, epoch_us(r."at") as stamp, r.trace_id, r.span_id, r.line
    from ${records} r ${CLOCK_JOIN}
    where r.kind = 'log' and r.span_id <> '' and r."at" is not null
  ) r join clock_spans s on s.trace_id = r.trace_id and s.span_id = r.span_id and s.clock <> r.clock`;

/** The tightest exchanges of a kind; one that contradicts itself, or is a message, bounds its offset from one side only. */
const selectTightest = (exchanges: string) => `
  with exchanges as (
    select *, (received - sent) + (answered - replied) as slack from (${exchanges})
  ),
  judged as (
    select *, avg((slack < 0)::integer) over (partition by link) > ${ASYNCHRONOUS_SHARE} as is_message,
      min(sent) over () as first, max(sent) over () as last
    from exchanges
  ),
  tightest as (
    select * from judged
    qualify row_number() over (
      partition by link, caller, callee, ((sent - first) * ${STRETCHES}) // (last - first + 1)
      order by slack < 0, slack, trace_id, inner_id
    ) <= ${TIGHTEST}
  ),
  inner_ends as (
    select t.trace_id, t.inner_id, max(i.ended) as ended
    from tightest t join clock_spans i
      on i.trace_id = t.trace_id and i.parent_span_id = t.inner_id and i.clock = t.callee and i.ended <= t.replied
    group by t.trace_id, t.inner_id
  )
  select t.link, t.caller, t.callee, t.sent::double as sent, t.received::double as received,
    case when not is_message and slack >= 0 then t.replied::double end as replied,
    case when not is_message and slack >= 0 then t.answered::double end as answered,
    (t.replied - i.ended)::double as closing,
    t.outer_id || ' → ' || t.inner_id as name
  from tightest t left join inner_ends i on i.trace_id = t.trace_id and i.inner_id = t.inner_id
  order by t.sent, name, t.link`;

/**
 * Reads the causally paired events of different programs: the tightest of each link in each stretch of time, in time
 * order. Needs the tables of `createClockTables`.
 */
export async function readExchanges(connection: DuckDBConnection, records: string): Promise<Exchange[]> {
  const calls = await connection.runAndReadAll(selectTightest(CALLS));
  const logged = await connection.runAndReadAll(selectTightest(lines(records)));
  return [...calls.getRowObjectsJS(), ...logged.getRowObjectsJS()] as unknown as Exchange[];
}
