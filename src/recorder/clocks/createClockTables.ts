import type { DuckDBConnection } from '@duckdb/node-api';
import { PLACE, POD, POD_HOST_JOIN } from './clockNames.ts';

/** Log lines this far outside their span (microseconds) were not stamped by the span's clock. */
const OUTSIDE = 5000;

/**
 * Creates the temporary tables that say which clock stamped what, from a relation of records: `pod_hosts(pod, host)`,
 * `log_clocks(place, clock)` and `clock_spans`, the spans once each with their clock and the instance (pod or service)
 * that they ran in.
 */
export async function createClockTables(connection: DuckDBConnection, records: string): Promise<void> {
  for (const statement of [createPodHosts, createClockSpans, createLogClocks])
    await connection.run(statement(records));
}

const createPodHosts = (records: string) => `
  create or replace temp table pod_hosts as
  select pod, mode(host) as host
  from (select ${POD} as pod, r.host from ${records} r where r.host <> '' and r.kind in ('log', 'span'))
  where pod <> ''
  group by pod`;

const createClockSpans = (records: string) => `
  create or replace temp table clock_spans as
  select r.trace_id, r.span_id, any_value(r.parent_span_id) as parent_span_id, any_value(r.service) as service,
    any_value(${PLACE}) as clock, any_value(coalesce(nullif(${POD}, ''), r.service)) as instance,
    min(epoch_us(r."at")) as began, min(epoch_us(r."at") + r.duration_us) as ended
  from ${records} r ${POD_HOST_JOIN}
  where r.kind = 'span' and r."at" is not null and r.duration_us is not null and r.span_id <> ''
  group by r.trace_id, r.span_id`;

/** Places whose log lines mostly lie outside the spans of the same place that they name. */
const createLogClocks = (records: string) => `
  create or replace temp table log_clocks as
  select s.clock as place, s.clock || ' (logs)' as clock
  from (
    select r.trace_id, r.span_id, epoch_us(r."at") as stamp, ${PLACE} as place
    from ${records} r ${POD_HOST_JOIN}
    where r.kind = 'log' and r.span_id <> '' and r."at" is not null
  ) line join clock_spans s on s.trace_id = line.trace_id and s.span_id = line.span_id and s.clock = line.place
  group by s.clock
  having count(*) >= 5 and avg((line.stamp < s.began - ${OUTSIDE} or line.stamp > s.ended + ${OUTSIDE})::integer) > 0.5`;
