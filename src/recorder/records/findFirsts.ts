import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { PATTERN } from './pattern.ts';

/** Something that was said for the first time. */
export interface FirstSeen {
  pattern: string;
  /** In the stretch. */
  records: number;
  errors: number;
  first: Micros;
  service: string;
  source: string;
  /** Number of the first one. */
  example: number;
}

/** Records of the stretch, and records before it, that are looked at: each costs a microsecond or two. */
const MOST_WITHIN = 200_000;
const MOST_BEFORE = 1_000_000;

/** Samples and spans say nothing that could be new. */
const SAYS = `"at" is not null and kind not in ('metric', 'span')`;

/**
 * Patterns that occur in a stretch of time and not before it, errors first. The newest records before the stretch are
 * compared with. Throws as `searchRecords` does.
 */
export async function findFirsts(
  { engine, copies }: RecordArchive,
  key: string,
  { from, to, most }: { from: Micros; to: Micros; most: number },
): Promise<{ patterns: FirstSeen[]; records: number; isCut: boolean }> {
  const rows = rowsIn(await copies.pathOf(key));
  const values = { from: BigInt(from), to: BigInt(to) };
  const [counts] = await engine.rowsOf<{ within: number; before: number }>(
    `select count(*) filter ("at" >= make_timestamptz($from::bigint)) as within,
      count(*) filter ("at" < make_timestamptz($from::bigint)) as before
    from ${rows} where ${SAYS} and "at" < make_timestamptz($to::bigint)`,
    values,
  );
  const patterns = await engine.rowsOf<FirstSeen>(
    `with within as (
      select ${PATTERN} as pattern, level, epoch_us("at") as t, service, source, number from (
        select * from ${rows}
        where ${SAYS} and "at" >= make_timestamptz($from::bigint) and "at" < make_timestamptz($to::bigint)
        limit ${MOST_WITHIN})
    ), before as (
      select distinct ${PATTERN} as pattern from (
        select body, name from ${rows} where ${SAYS} and "at" < make_timestamptz($from::bigint)
        order by number desc limit ${MOST_BEFORE})
    )
    select pattern, count(*) as records, count(*) filter (level in ('error', 'fatal')) as errors, min(t) as first,
      arg_min(service, number) as service, arg_min(source, number) as source, min(number) as example
    from within where pattern not in (select pattern from before)
    group by pattern order by errors > 0 desc, first limit $most`,
    { ...values, most },
  );
  const { within, before } = counts!;
  return { patterns, records: within, isCut: within > MOST_WITHIN || before > MOST_BEFORE };
}
