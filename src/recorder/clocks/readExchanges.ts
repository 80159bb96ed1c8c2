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
  select 'call' as kind, p.service || ' → ' || c.service as link, p.clock as caller, c.clock as callee,
    p.began as sent, c.began as received, c.ended as replied, p.ended as answered,
    c.trace_id, p.span_id as outer_id, c.span_id as inner_id
  from clock_spans c join clock_spans p on p.trace_id = c.trace_id and p.span_id = c.parent_span_id
  where p.instance <> c.instance or p.clock <> c.clock`;

/** Log lines are put together over so many microseconds: clocks hardly drift apart meanwhile. */
const TOGETHER = 5_000_000;

/** Lines are written a little after what they tell of; so late (microseconds) one may seem to follow its span's end. */
const LATE = 5000;

/**
 * Log lines inside the spans that they name, where another clock stamped them. Of all lines in a short while, the one
 * soonest after its span began and the one latest before its span ended stand for receiving and replying. Where both
 * leave less than nothing between them, as lines are written late, the bounds are moved apart evenly.
 */
const lines = (records: string) => `
  select * replace (sent - short // 2 as sent, answered + (short + 1) // 2 as answered) from (
    select *, greatest(0, least(${LATE}, (sent - received) + (replied - answered))) as short
    from (${closestLines(records)})
  )`;

const closestLines = (records: string) => `
  select 'lines' as kind, s.clock || ' → ' || r.clock as link, s.clock as caller, r.clock as callee,
    arg_min(s.began, r.stamp - s.began) as sent, arg_min(r.stamp, r.stamp - s.began) as received,
    arg_min(r.stamp, s.ended - r.stamp) as replied, arg_min(s.ended, s.ended - r.stamp) as answered,
    arg_min(s.trace_id, r.stamp - s.began) as trace_id, arg_min(s.span_id, r.stamp - s.began) as outer_id,
    'log line ' || arg_min(r.line, r.stamp - s.began) as inner_id
  from (
    select ${CLOCK} as clock, epoch_us(r."at") as stamp, r.trace_id, r.span_id, r.line
    from ${records} r ${CLOCK_JOIN}
    where r.kind = 'log' and r.span_id <> '' and r."at" is not null
  ) r join clock_spans s on s.trace_id = r.trace_id and s.span_id = r.span_id and s.clock <> r.clock
  group by s.clock, r.clock, s.began // ${TOGETHER}`;

/** The tightest exchanges of a kind; one that contradicts itself, or is a message, bounds its offset from one side only. */
const selectTightest = (exchanges: string) => `
  with exchanges as (
    select *, (received - sent) + (answered - replied) as slack from (${exchanges})
  ),
  judged as (
    select *, avg((slack < 0 and kind = 'call')::integer) over (partition by link) > ${ASYNCHRONOUS_SHARE} as is_message,
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
  select t.kind, t.link, t.caller, t.callee, t.sent::double as sent, t.received::double as received,
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
