import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from '../records/openRecordArchive.ts';
import { linkedSpans } from './linkedSpans.ts';
import { measuresOf, type RequestMeasures, toMeasures } from './requestMeasures.ts';
import { VERSION_COLUMNS, type VersionSource, versionedRequests } from './versionedRequests.ts';

/** What a version of a service answered over time. */
export interface VersionSeries {
  service: string;
  version: string;
  source: VersionSource;
  /** In time; one without requests is left out. */
  buckets: (RequestMeasures & { at: Micros })[];
}

type Row = Omit<VersionSeries, 'buckets'> & { bucket: number } & Record<string, number>;

/**
 * Measures the requests of each version of each service in equal buckets of a stretch, those most asked first. Throws as
 * `searchRecords` does.
 */
export async function measureVersionsOverTime(
  archive: RecordArchive,
  key: string,
  { from, to, buckets, most }: { from: Micros; to: Micros; buckets: number; most: number },
  signal?: AbortSignal,
): Promise<{ versions: VersionSeries[]; everyNth: number }> {
  const rows = rowsIn(await archive.copies.pathOf(key));
  const bucketUs = Math.max(1, Math.ceil((to - from) / buckets));
  const stretch = { from, to, beforeFrom: from };
  const { sql, values, everyNth } = await linkedSpans(
    archive,
    key,
    { ...stretch, also: VERSION_COLUMNS },
    signal,
  );
  const found = await archive.engine.rowsOf<Row>(
    `with ${sql}, ${versionedRequests(rows)}, busiest as (
      select service, version, source, count(*) as asked from request group by all
      order by asked desc, service, version, source limit $most
    )
    select service, version, source, (t - $start::bigint) // $bucketUs::bigint as bucket, ${measuresOf('now', 'true')}
    from request join busiest using (service, version, source) group by service, version, source, asked, bucket
    order by asked desc, service, version, source, bucket`,
    { ...values, most, start: BigInt(from), bucketUs: BigInt(bucketUs) },
    signal,
  );
  const series = Map.groupBy(found, ({ service, version, source }) =>
    JSON.stringify([service, version, source]),
  );
  return {
    versions: [...series.values()].map(points => ({
      service: points[0]!.service,
      version: points[0]!.version,
      source: points[0]!.source,
      buckets: points.map(point => ({ at: from + point.bucket * bucketUs, ...toMeasures('now', point)! })),
    })),
    everyNth,
  };
}
