import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

export interface Histogram {
  /** Start of the first bucket; null where no record has a time. */
  from: Micros | null;
  bucketUs: number;
  counts: number[];
  errors: number[];
  withoutTime: number;
}

interface Span {
  from: Micros | null;
  to: Micros | null;
  withoutTime: number;
}

/**
 * Counts records and errors in equal buckets over the filter's time, or where an end is open up to the last record.
 * Throws as `searchRecords` does.
 */
export async function countOverTime(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
  buckets: number,
): Promise<Histogram> {
  const rows = rowsIn(await copies.pathOf(key));
  const { sql, values } = conditionsOf(filter);
  const [found] = await engine.rowsOf<Span>(
    `select min(epoch_us("at")) as "from", max(epoch_us("at")) + 1 as "to", count(*) filter ("at" is null) as "withoutTime"
    from ${rows} where ${sql}`,
    values,
  );
  const { withoutTime } = found!;
  const from = filter.from ?? found!.from;
  const to = filter.to ?? found!.to;
  if (from === null || to === null || to <= from)
    return { from: null, bucketUs: 1, counts: [], errors: [], withoutTime };
  const bucketUs = Math.max(1, Math.ceil((to - from) / buckets));
  const length = Math.ceil((to - from) / bucketUs);
  const counted = await engine.rowsOf<{ bucket: number; records: number; errors: number }>(
    `select (epoch_us("at") - $start::bigint) // $bucketUs::bigint as bucket, count(*) as records,
      count(*) filter (level in ('error', 'fatal')) as errors
    from ${rows} where ${sql} and "at" is not null group by bucket`,
    { ...values, start: BigInt(from), bucketUs: BigInt(bucketUs) },
  );
  const counts = new Array<number>(length).fill(0);
  const errors = new Array<number>(length).fill(0);
  for (const { bucket, records, errors: failed } of counted) {
    counts[bucket] = records;
    errors[bucket] = failed;
  }
  return { from, bucketUs, counts, errors, withoutTime };
}
