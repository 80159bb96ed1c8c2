import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';
import { RECORD_ROW, type RecordRow } from './recordRow.ts';

export interface RecordSearch {
  filter: RecordFilter;
  /** The file is in time, so this is the order of its rows; records without a time are the newest. */
  order: 'oldest' | 'newest';
  /** Number of the last record of the page before. */
  after?: number | undefined;
  most: number;
}

const PAGES = {
  // The rows come in the file's order, so the engine stops as soon as it has enough.
  oldest: { beyond: 'number > $after', order: '' },
  newest: { beyond: 'number < $after', order: 'order by number desc' },
} as const;

/**
 * Records of a frozen file that fit a filter. Throws TooSlow, what the object store throws, and the signal's reason.
 *
 * @param key of the object with the records
 */
export async function searchRecords(
  { engine, copies }: RecordArchive,
  key: string,
  { filter, order, after, most }: RecordSearch,
  signal?: AbortSignal,
): Promise<RecordRow[]> {
  const { sql, values } = conditionsOf(filter);
  const page = PAGES[order];
  const rows = await engine.rowsOf<RecordRow>(
    `select ${RECORD_ROW} from ${rowsIn(await copies.pathOf(key))}
    where ${sql} ${after === undefined ? '' : `and ${page.beyond}`} ${page.order} limit $most`,
    { ...values, most, ...(after !== undefined && { after }) },
    signal,
  );
  return rows;
}
