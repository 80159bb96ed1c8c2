import type { DuckDBConnection } from '@duckdb/node-api';
import type { Excerpt } from '../../core/document/bundle.ts';
import type { RecordKind } from '../../core/record.ts';
import type { NotedRecord } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';

/** The longest body that a bundle repeats; the rest stays in the evidence. */
const LONGEST = 2000;

/** SQL for the fields of an `Excerpt`, from `records` or `noted`; long texts are cut to `longest` characters. */
export const excerptColumns = (
  longest: number,
): string => `epoch_us("at") as "at", at_raw as "atRaw", precision, source, path, line, host, service, level, kind, name,
  left(body, ${longest}) as body, trace_id as "traceId", span_id as "spanId", duration_us as "durationUs", value,
  left(attributes, ${longest}) as attributes`;

/** The fields of an `Excerpt` as citations show them. */
const EXCERPT = excerptColumns(LONGEST);

/** Whole records of a kind of which there are few, in time order. */
export const readNoted = (
  connection: DuckDBConnection,
  kind: RecordKind,
  most: number,
): Promise<NotedRecord[]> =>
  rowsOf(
    connection,
    `select row, u as "uncertaintyUs", ${EXCERPT} from noted where kind = '${kind}' order by t desc, row desc limit ${most}`,
  );

/** The records behind rows, by row. */
export async function readExcerpts(
  connection: DuckDBConnection,
  rows: readonly number[],
): Promise<Map<number, Excerpt>> {
  if (rows.length === 0) return new Map();
  const found = await rowsOf<Excerpt & { row: number }>(
    connection,
    `select row, ${EXCERPT} from noted where row in (${[...new Set(rows)].join(', ')})`,
  );
  return new Map(found.map(({ row, ...excerpt }) => [row, excerpt]));
}
