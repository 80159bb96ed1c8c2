import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

/** Samples of one metric, as one file told them. */
export interface SampleSeries {
  name: string;
  service: string;
  host: string;
  path: string;
  /** Samples behind the points. */
  samples: number;
  times: Micros[];
  /** The mean where several samples share a point. */
  values: number[];
}

type Row = Pick<SampleSeries, 'name' | 'service' | 'host' | 'path' | 'samples'> & {
  point: Micros;
  value: number;
};

/**
 * Samples of metrics by name, service, host and file, thinned to some points each; the longest series first. Throws as
 * `searchRecords` does.
 *
 * @param points most of a series
 * @param most series
 */
export async function readSeries(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
  { names, points, most }: { names: readonly string[]; points: number; most: number },
): Promise<SampleSeries[]> {
  const rows = rowsIn(await copies.pathOf(key));
  const { sql, values } = conditionsOf(filter);
  const named = names.map((name, place) => {
    values[`name${place}`] = name;
    return `$name${place}`;
  });
  const found = await engine.rowsOf<Row>(
    `with samples as materialized (
      select name, service, host, path, epoch_us("at") as t, "value" from ${rows}
      where ${sql} and kind = 'metric' and "at" is not null and isfinite("value") and name in (${named.join(', ')})
    ), longest as (
      select name, service, host, path, count(*) as samples from samples
      group by all order by samples desc, name, service, host, path limit $most
    ), span as (select min(t) as start, greatest(1, (max(t) - min(t)) // $points + 1) as step from samples)
    select name, service, host, path, any_value(samples) as samples, avg(t)::bigint as point, avg("value") as "value"
    from samples join longest using (name, service, host, path), span
    group by name, service, host, path, (t - start) // step order by samples desc, name, service, host, path, point`,
    { ...values, points, most },
  );
  const series: SampleSeries[] = [];
  for (const { point, value, ...of } of found) {
    const last = series.at(-1);
    const isSame =
      last &&
      last.name === of.name &&
      last.service === of.service &&
      last.host === of.host &&
      last.path === of.path;
    const one = isSame ? last : { ...of, times: [], values: [] };
    if (!isSame) series.push(one);
    one.times.push(point);
    one.values.push(value);
  }
  return series;
}
