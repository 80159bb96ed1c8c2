import type { CallPath } from '../../core/traces/callPath.ts';
import type { RecordArchive } from '../records/openRecordArchive.ts';
import { linkedSpans, type SpansAsked } from './linkedSpans.ts';
import { PEER } from './peer.ts';

export interface PathsAsked extends SpansAsked {
  /** Paths begin where this service is first called; undefined: where traces begin. */
  service?: string | undefined;
}

export interface MergedPaths {
  /** Callers before what they call. */
  paths: CallPath[];
  /** Traces of which a span is in the paths. */
  traces: number;
  tracesBefore: number;
  /** Spans that are in no path: too deep, or calling each other in a circle. */
  leftOut: number;
  everyNth: number;
}

/** Calls below each other that are followed. */
const DEEPEST = 64;
/** Different paths that are looked at, the shallow and the frequent ones first. */
const MOST_PATHS = 50_000;

type Row = CallPath & Omit<MergedPaths, 'paths' | 'everyNth'>;

/**
 * Merges spans by their call paths: who called whom, by service and operation, from where traces begin. A span's own time
 * is its duration without what its calls cover. Calls that run at the same time share it, but a span that calls nothing and
 * runs beside one that does, in the same service, only waits for it; what runs on behind the end of its caller does not
 * count there. So the times of a path and of all below it add up to how long its calls took. A call into another service is
 * first moved into the span that made it, since clocks of machines differ. Throws as `searchRecords` does.
 */
export async function mergeCallPaths(
  archive: RecordArchive,
  key: string,
  { service, ...asked }: PathsAsked,
  signal?: AbortSignal,
): Promise<MergedPaths> {
  const { sql, values, everyNth } = await linkedSpans(
    archive,
    key,
    { ...asked, also: { peer: PEER } },
    signal,
  );
  const begins = (column: string): string => (service === undefined ? 'true' : `${column} = $service`);
  const found = await archive.engine.rowsOf<Row>(
    `with recursive ${sql}, call as (
      select call.number, call.parent, caller.t + caller.d as until, call.d,
        greatest(caller.t, if(call.service <> caller.service, least(call.t, caller.t + caller.d - call.d), call.t)) as t,
        call.service = caller.service and call.peer = ''
          and call.number not in (select parent from linked where parent is not null) as waits
      from linked as call join linked as caller on call.parent = caller.number
    ), laid as materialized (
      select *, greatest(0, least(t + d, until) - t) as inside, max(t + d) over earlier as reach,
        max(t + d) filter (not waits) over earlier as reach_busy from call
      window earlier as (partition by parent order by t, number rows between unbounded preceding and 1 preceding)
    ), covered as materialized (
      select parent, sum(greatest(0, least(t + d, until) - greatest(t, coalesce(reach, t)))) as us,
        coalesce(sum(greatest(0, least(t + d, until) - greatest(t, coalesce(reach_busy, t)))) filter (not waits), 0) as busy_us,
        sum(inside) filter (not waits) as busy, sum(inside) filter (waits) as idle
      from laid group by parent
    ), span_cost as materialized (
      select one.number, one.parent, one.phase, one.service, one.operation, greatest(0, one.d - coalesce(below.us, 0)) as own,
        if(one.d = 0 or laid.inside = 0, 0, laid.inside / one.d
          * if(laid.waits, (beside.us - beside.busy_us) / beside.idle, beside.busy_us / beside.busy)) as part
      from linked as one left join covered as below on below.parent = one.number
      left join laid on laid.number = one.number left join covered as beside on beside.parent = one.parent
    ), walk as (
      select number, if(${begins('service')}, hash(service, operation), null) as path, null::ubigint as above, 1 as steps,
        if(${begins('service')}, 0, -1) as depth, own::double as own, 1::double as weight
      from span_cost where parent is null
      union all
      select one.number,
        case when walk.path is not null then hash(walk.path, one.service, one.operation)
          when ${begins('one.service')} then hash(one.service, one.operation) end,
        walk.path, walk.steps + 1,
        if(walk.path is not null or ${begins('one.service')}, walk.depth + 1, -1),
        one.own * if(walk.path is null, 1, walk.weight * one.part), if(walk.path is null, 1, walk.weight * one.part)
      from walk join span_cost as one on one.parent = walk.number where walk.steps < ${DEEPEST}
    ), placed as (
      select walk.path, walk.above, walk.depth, walk.own, one.service, one.operation, one.trace, one.phase, one.failed, one.d,
        one.number
      from walk join linked as one using (number)
    )
    select path::varchar as id, any_value(above)::varchar as above, min(depth) as depth,
      any_value(service) as service, any_value(operation) as operation,
      count(*) filter (phase = 0) as calls, count(*) filter (phase = 0 and failed) as errors,
      coalesce(sum(own) filter (phase = 0), 0) as "ownUs", coalesce(sum(d) filter (phase = 0), 0)::bigint as "sumUs",
      count(*) filter (phase = 1) as "callsBefore", count(*) filter (phase = 1 and failed) as "errorsBefore",
      coalesce(sum(own) filter (phase = 1), 0) as "ownUsBefore",
      coalesce(sum(d) filter (phase = 1), 0)::bigint as "sumUsBefore",
      coalesce(arg_max(number, d) filter (phase = 0), arg_max(number, d)) as example,
      (select count(distinct trace) from placed where phase = 0 and path is not null) as traces,
      (select count(distinct trace) from placed where phase = 1 and path is not null) as "tracesBefore",
      (select count(*) from linked where phase is not null) - (select count(*) from placed where phase is not null)
        as "leftOut"
    from placed where path is not null group by path order by depth, calls + "callsBefore" desc, id limit ${MOST_PATHS}`,
    service === undefined ? values : { ...values, service },
    signal,
  );
  const { traces = 0, tracesBefore = 0, leftOut = 0 } = found[0] ?? {};
  const paths = found.map(({ traces: _, tracesBefore: __, leftOut: ___, ...path }) => path);
  return { paths, traces, tracesBefore, leftOut, everyNth };
}
