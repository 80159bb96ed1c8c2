import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

/** A spreadsheet runs what begins like this; a quote before it keeps it text. */
const plain = (column: string): string =>
  `if(regexp_matches(${column}, '^[=+@\\t\\r-]'), '''' || ${column}, ${column}) as ${column}`;

/**
 * Writes the records that fit a filter as CSV, in time. Throws as `searchRecords` does.
 *
 * @param path a file that is made here
 */
export async function writeCsv(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
  path: string,
): Promise<void> {
  const { sql, values } = conditionsOf(filter);
  const texts = ['source', 'service', 'host', 'name', 'body'].map(plain);
  await engine.rowsOf(
    `copy (
      select strftime("at", '%Y-%m-%dT%H:%M:%S.%fZ') as "at", clock_uncertainty_us as uncertainty_us, level, kind,
        ${texts.join(', ')}, trace_id, duration_us, at_raw, path, line, number
      from ${rowsIn(await copies.pathOf(key))} where ${sql} and "at" is not null and kind <> 'metric' order by number
    ) to '${path.replaceAll("'", "''")}' (format csv, header true)`,
    values,
  );
}
