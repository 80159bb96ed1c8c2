import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { PATTERN } from './pattern.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

/** Records whose bodies differ in numbers, ids and tokens only. */
export interface RecordPattern {
  pattern: string;
  records: number;
  errors: number;
  first: Micros | null;
  last: Micros | null;
  /** Number of one of them. */
  example: number;
}

export interface RecordPatterns {
  patterns: RecordPattern[];
  /** Records that were looked at: the first ones that fit, since each costs microseconds. */
  looked: number;
  /** Records that fit. */
  records: number;
}

const MOST_LOOKED = 100_000;
/** Groups the records that fit a filter, the most frequent pattern first. Throws as `searchRecords` does. */
export async function groupPatterns(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
  most: number,
): Promise<RecordPatterns> {
  const rows = rowsIn(await copies.pathOf(key));
  const { sql, values } = conditionsOf(filter);
  const patterns = await engine.rowsOf<RecordPattern>(
    `select ${PATTERN} as pattern,
      count(*) as records, count(*) filter (level in ('error', 'fatal')) as errors,
      min(epoch_us("at")) as first, max(epoch_us("at")) as last, min(number) as example
    from (select number, "at", level, name, body from ${rows} where ${sql} limit ${MOST_LOOKED})
    group by pattern order by records desc, example limit $most`,
    { ...values, most },
  );
  const [{ records } = { records: 0 }] = await engine.rowsOf<{ records: number }>(
    `select count(*) as records from ${rows} where ${sql}`,
    values,
  );
  return { patterns, looked: Math.min(records, MOST_LOOKED), records };
}
