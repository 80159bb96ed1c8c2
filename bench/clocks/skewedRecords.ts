import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from './rowsOf.ts';

/** What is done to true stamps before they are given to the estimate. */
export interface Setting {
  /** Which stamps are skewed. */
  inject: 'both' | 'traces' | 'none';
  /** Which hosts step once. */
  steps: 'all' | 'one' | 'none';
  /** What tells the host of a span: log lines of its pod, nothing, or the span itself. */
  hosts: 'logs' | 'none' | 'spans';
}

/** Microseconds but for `drift`, which is in ppm. */
interface Skew {
  host: string;
  offset: number;
  drift: number;
  stepAt: number;
  step: number;
}

/**
 * Loads spans and log lines of a folder in the layout of the Nezha data set into the table `events`, with the host that
 * each really ran on, as far as any log line names it, and the minute of its file. Returns the minutes in order.
 */
export async function loadEvents(connection: DuckDBConnection, folder: string): Promise<string[]> {
  const csv = (kind: string) =>
    `read_csv('${folder}/${kind}/*.csv', header = true, all_varchar = true, union_by_name = true, filename = 'file')`;
  const minute = `regexp_extract(file, '(\\d\\d_\\d\\d)_[a-z]+\\.csv$', 1)`;
  const hasLogs = (await rowsOf(connection, `select file from glob('${folder}/log/*.csv')`)).length > 0;
  await connection.run(
    hasLogs
      ? `create table lines as select *, ${minute} as minute from ${csv('log')}`
      : `create table lines(PodName varchar, Node varchar, TraceID varchar, SpanID varchar, TimeUnixNano varchar, minute varchar)`,
  );
  // Some lines carry a stamp of zero.
  await connection.run(`create table events as
    with hosts as (select PodName as pod, any_value(Node) as host from lines group by all)
    select 'span' as kind, t.PodName as pod, coalesce(h.host, t.PodName) as host, TraceID as trace, SpanID as span,
      if(ParentID = 'root', '', ParentID) as parent, OperationName as name,
      StartTimeUnixNano::bigint // 1000 as began, EndTimeUnixNano::bigint // 1000 as ended, ${minute} as minute
    from ${csv('trace')} t left join hosts h on h.pod = t.PodName
    union all
    select 'log', PodName, Node, TraceID, SpanID, '', '', TimeUnixNano::bigint // 1000, TimeUnixNano::bigint // 1000, minute
    from lines where TimeUnixNano::bigint > 1600000000000000000`);
  const minutes = await rowsOf<{ minute: string }>(
    connection,
    `select distinct minute from events where kind = 'span' order by all`,
  );
  return minutes.map(({ minute }) => minute);
}

/**
 * Makes the table `records` (RECORD_COLUMNS as far as clocks need them, and `true_us`, `true_host`, `pod`) of the events
 * of some minutes, as skewed clocks would have stamped them, and the table `injected` (a row a host).
 */
export async function createSkewedRecords(
  connection: DuckDBConnection,
  minutes: readonly string[],
  setting: Setting,
  seed: number,
): Promise<void> {
  const logs = setting.hosts === 'none' ? `and kind = 'span'` : '';
  await connection.run(`create or replace table chosen as select * from events
    where minute in (${minutes.map(minute => `'${minute}'`)}) ${logs}`);
  const [range] = await rowsOf<{ from: number; to: number }>(
    connection,
    `select min(began)::double as "from", max(began)::double as "to" from chosen where kind = 'span'`,
  );
  const hosts = await rowsOf<{ host: string }>(connection, 'select distinct host from chosen order by host');
  const skews = drawSkews(
    hosts.map(({ host }) => host),
    range!,
    setting,
    seed,
  );
  const values = skews.map(
    ({ host, offset, drift, stepAt, step }) =>
      `('${host}', ${offset}::double, ${drift}::double, ${stepAt}::double, ${step}::double, ${range!.from}::double)`,
  );
  await connection.run(`create or replace table injected as
    select * from (values ${values}) as t(host, offset_us, drift, step_at, step, start)`);
  const stamped = (stamp: string) =>
    setting.inject === 'traces' ? `if(e.kind = 'span', ${shownAt(stamp)}, ${stamp})` : shownAt(stamp);
  await connection.run(`create or replace table records as
    select make_timestamptz(${stamped('e.began')}) as "at", e.kind, 'folder/' || e.kind as source,
      if(e.kind = 'log' or '${setting.hosts}' = 'spans', e.host, '') as host,
      regexp_replace(e.pod, '-[^-]*-[^-]*$', '') as service,
      e.trace as trace_id, e.span as span_id, e.parent as parent_span_id, e.name,
      if(e.kind = 'span', ${stamped('e.ended')} - ${stamped('e.began')}, null) as duration_us,
      0 as line, '{"pod":"' || e.pod || '"}' as attributes, e.began as true_us, e.host as true_host, e.pod
    from chosen e join injected i on i.host = e.host`);
}

/** What a host's clock shows at a true time: SQL over `injected i`. */
export function shownAt(stamp: string): string {
  const drifted = `i.offset_us + i.drift * 1e-6 * (${stamp} - i.start)`;
  return `(${stamp} + round(${drifted} + if(${stamp} >= i.step_at, i.step, 0)))::bigint`;
}

/** Offsets of ±10 s, drifts of ±100 ppm, steps of 5 ms to 2 s either way. */
function drawSkews(
  hosts: readonly string[],
  range: { from: number; to: number },
  { inject, steps }: Setting,
  seed: number,
): Skew[] {
  const random = generator(seed);
  const only = Math.floor(random() * hosts.length);
  return hosts.map((host, index) => {
    const draw = {
      host,
      offset: (random() * 2 - 1) * 10e6,
      drift: (random() * 2 - 1) * 100,
      stepAt: range.from + random() * (range.to - range.from),
      step: (random() < 0.5 ? -1 : 1) * 5000 * 400 ** random(),
    };
    if (inject === 'none') return { ...draw, offset: 0, drift: 0, step: 0 };
    return steps === 'all' || (steps === 'one' && index === only) ? draw : { ...draw, step: 0 };
  });
}

/** Mulberry32: the same numbers for the same seed, everywhere. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
