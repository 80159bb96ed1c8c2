import type { ReadRecord } from '../../../core/record.ts';
import { continuesRecord } from '../continuesRecord.ts';
import type { ReadContext, Sample } from '../reader.ts';

type Read = (line: string, context: ReadContext) => ReadRecord | ReadRecord[] | undefined;

/** Any context serves: whether a line is of a format does not hang on zone or year. */
const PROBE: ReadContext = { path: '', time: { zone: 'UTC', anchor: 1_700_000_000_000_000 } };
const ENOUGH = 100;

/** The share of the sample's lines that `read` takes for a record, lines that look like the continuation of one aside. */
export function shareOfRecords(sample: Sample, read: Read): number {
  let records = 0;
  let others = 0;
  for (const line of sample.lines.slice(0, ENOUGH)) {
    if (read(line, PROBE) !== undefined) records++;
    else if (!continuesRecord(line)) others++;
    if (records === 0 && others >= 20) return 0;
  }
  return records === 0 ? 0 : records / (records + others);
}
