import type { Micros } from '../../core/record.ts';
import { FAILED } from '../timeline/sql.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

/** One request as its spans tell it. */
export interface TraceSummary {
  traceId: string;
  /** Where it began, on the reference clock. */
  at: Micros;
  /** From the beginning of the first span to the end of the last. */
  durationUs: number;
  spans: number;
  errors: number;
  services: number;
  /** Service and name of the first span. */
  service: string;
  name: string;
}

const calling = (rows: string): string =>
  `select trace_id, span_id from ${rows} where kind = 'span' and service = $caller and span_id <> ''`;

/** What traces may be ordered by. */
export const TRACE_ORDERS = {
  slowest: '"durationUs" desc',
  failed: 'errors desc, "durationUs" desc',
} as const;

export interface TraceSearch {
  /** Who made the call that fits; undefined: anybody. */
  caller?: string | undefined;
  order: keyof typeof TRACE_ORDERS;
  most: number;
}

/**
 * Traces of which a span fits the filter, measured over all their spans. Throws as `searchRecords` does.
 */
export async function listTraces(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
  { caller, order, most }: TraceSearch,
): Promise<TraceSummary[]> {
  const rows = rowsIn(await copies.pathOf(key));
  const { sql, values } = conditionsOf(filter);
  return engine.rowsOf(
    `with fitting as (
      select distinct trace_id from ${rows} where ${sql} and kind = 'span' and trace_id <> '' and "at" is not null
      ${caller === undefined ? '' : `and (trace_id, parent_span_id) in (${calling(rows)})`}
    )
    select trace_id as "traceId", min(epoch_us("at")) as "at",
      max(epoch_us("at") + coalesce(duration_us, 0)) - min(epoch_us("at")) as "durationUs",
      count(*) as spans, count(*) filter (${FAILED}) as errors,
      count(distinct service) as services,
      arg_min(service, (epoch_us("at"), -coalesce(duration_us, 0))) as service,
      arg_min(name, (epoch_us("at"), -coalesce(duration_us, 0))) as name
    from ${rows} join fitting using (trace_id) where kind = 'span' and "at" is not null
    group by trace_id order by ${TRACE_ORDERS[order]}, trace_id limit $most`,
    { ...values, most, ...(caller !== undefined && { caller }) },
  );
}
