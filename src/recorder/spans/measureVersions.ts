import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from '../records/openRecordArchive.ts';
import { linkedSpans } from './linkedSpans.ts';
import { measuresOf, type RequestMeasures, toMeasures } from './requestMeasures.ts';
import type { Stretch } from './stretch.ts';
import { VERSION_COLUMNS, type VersionSource, versionedRequests } from './versionedRequests.ts';

/** What a version of a service answered in a stretch, and in the one that it is compared with. */
export interface VersionMeasures {
  service: string;
  /** Empty when nothing tells it. */
  version: string;
  source: VersionSource;
  /** Stands in the attributes of its records; empty when nothing in them tells the version. */
  mark: string;
  /** When it was first and last asked, in either stretch. */
  first: Micros;
  last: Micros;
  now: RequestMeasures | null;
  before: RequestMeasures | null;
}

type Row = Omit<VersionMeasures, 'now' | 'before'> & Record<string, number | null>;

/**
 * Measures the requests that each version of each service answered, the most asked first. Throws as `searchRecords` does.
 */
export async function measureVersions(
  archive: RecordArchive,
  key: string,
  { most, ...stretch }: Stretch & { most: number },
  signal?: AbortSignal,
): Promise<{ versions: VersionMeasures[]; everyNth: number }> {
  const rows = rowsIn(await archive.copies.pathOf(key));
  const { sql, values, everyNth } = await linkedSpans(
    archive,
    key,
    { ...stretch, also: VERSION_COLUMNS },
    signal,
  );
  const found = await archive.engine.rowsOf<Row>(
    `with ${sql}, ${versionedRequests(rows)}
    select service, version, source, min(mark) as mark, min(t) as "first", max(t) as "last",
      ${measuresOf('now', 'phase = 0')}, ${measuresOf('before', 'phase = 1')}
    from request group by service, version, source
    order by count(*) filter (phase = 0) desc, count(*) desc, service, version, source limit $most`,
    { ...values, most },
    signal,
  );
  return {
    versions: found.map(row => ({
      service: row.service,
      version: row.version,
      source: row.source,
      mark: row.mark,
      first: row.first,
      last: row.last,
      now: toMeasures('now', row),
      before: toMeasures('before', row),
    })),
    everyNth,
  };
}
