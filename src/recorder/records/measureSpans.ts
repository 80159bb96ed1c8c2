import type { Micros } from '../../core/record.ts';
import { FAILED } from '../timeline/sql.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

const MEASURES = `count(*) as spans, count(*) filter (${FAILED}) as errors,
  quantile_cont(duration_us, 0.5) as "p50Us", quantile_cont(duration_us, 0.95) as "p95Us",
  quantile_cont(duration_us, 0.99) as "p99Us"`;

/** How many spans, how many failed, and how long they took, in microseconds. */
export interface SpanMeasures {
  spans: number;
  errors: number;
  p50Us: number;
  p95Us: number;
  p99Us: number;
}

/** Durations and failures of spans by service, the slowest first. Throws as `searchRecords` does. */
export async function measureSpans(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
  most: number,
): Promise<(SpanMeasures & { service: string })[]> {
  const { sql, values } = conditionsOf(filter);
  return engine.rowsOf(
    `select service, ${MEASURES} from ${rowsIn(await copies.pathOf(key))}
    where ${sql} and kind = 'span' and duration_us is not null
    group by service order by "p95Us" desc, service limit $most`,
    { ...values, most },
  );
}

/**
 * The same over time, in equal buckets of the filter's stretch; a bucket without spans is left out. Throws as
 * `searchRecords` does.
 */
export async function measureSpansOverTime(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter & { from: Micros; to: Micros },
  buckets: number,
): Promise<(SpanMeasures & { at: Micros })[]> {
  const { sql, values } = conditionsOf(filter);
  const bucketUs = Math.max(1, Math.ceil((filter.to - filter.from) / buckets));
  const rows = await engine.rowsOf<SpanMeasures & { bucket: number }>(
    `select (epoch_us("at") - $start::bigint) // $bucketUs::bigint as bucket, ${MEASURES}
    from ${rowsIn(await copies.pathOf(key))}
    where ${sql} and kind = 'span' and duration_us is not null group by bucket order by bucket`,
    { ...values, start: BigInt(filter.from), bucketUs: BigInt(bucketUs) },
  );
  return rows.map(({ bucket, ...measures }) => ({ at: filter.from + bucket * bucketUs, ...measures }));
}
