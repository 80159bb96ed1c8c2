import type { Micros, ReadRecord } from '../../core/record.ts';
import type { DocumentReader, LineReader, Sample, TimeContext } from '../readers/reader.ts';
import { recogniseFile } from '../readers/recogniseFile.ts';
import { takeSample, takeTail } from './takeSample.ts';

export interface InspectJob {
  file: number;
  path: string;
  location: string;
  bytes: number;
}

/** What the beginning and the end of a file tell, before it is read. */
export interface FileFacts {
  file: number;
  shape: 'lines' | 'document' | 'unreadable';
  /** Readers to try, the best first; empty when `unreadable`. */
  readers: string[];
  /** Why it cannot be read; `''` when it can. */
  why: string;
  /** The times seen, as if stamps without a zone were UTC; null when none was seen. */
  from: Micros | null;
  to: Micros | null;
  /** Whether stamps say their zone (the majority decides). */
  zoned: boolean;
  /** Whether stamps lack the year. */
  yearless: boolean;
}

const YEAR_US = 365.25 * 86_400e6;
const PROBE: TimeContext = { zone: 'UTC', anchor: 1_735_689_600_000_000 };
const LATER: TimeContext = { zone: 'UTC', anchor: PROBE.anchor + 7 * YEAR_US };

/** Recognises a file and looks at its times. Never throws: what cannot be opened is `unreadable`, with the reason. */
export async function inspectFile(job: InspectJob): Promise<FileFacts> {
  const { file, path, location, bytes } = job;
  const none = { file, from: null, to: null, zoned: false, yearless: false };
  try {
    const sample = takeSample(path, location, bytes);
    const format = recogniseFile(sample);
    if (format === undefined)
      return { ...none, shape: 'unreadable', readers: [], why: 'not text, and no known binary format' };
    const readers = format.shape === 'lines' ? format.readers : [format.reader];
    const records =
      format.shape === 'lines'
        ? probeLines(format.readers, [...sample.lines, ...takeTail(location, bytes)], PROBE)
        : await probeDocument(format.reader, sample, PROBE);
    return {
      ...none,
      shape: format.shape,
      readers: readers.map(reader => reader.name),
      why: '',
      ...timesOf(records),
      yearless: await isYearless(format, sample, records),
    };
  } catch (error) {
    return { ...none, shape: 'unreadable', readers: [], why: (error as Error).message };
  }
}

function probeLines(readers: LineReader[], lines: string[], time: TimeContext): ReadRecord[] {
  const context = { path: '', time };
  return lines.flatMap(line => readers[0]?.read(line, context) ?? []);
}

async function probeDocument(
  reader: DocumentReader,
  sample: Sample,
  time: TimeContext,
): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  const sink = { record: (record: ReadRecord) => void records.push(record), unread: () => undefined };
  // A document that is cut in the middle may end in an error; what comes before is what we are after.
  await reader.read(chunk(sample.bytes), { path: sample.path, time }, sink).catch(() => undefined);
  return records;
}

async function* chunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function timesOf(records: ReadRecord[]): Pick<FileFacts, 'from' | 'to' | 'zoned'> {
  let from: Micros | null = null;
  let to: Micros | null = null;
  let timed = 0;
  let zoned = 0;
  for (const record of records) {
    if (record.at === undefined) continue;
    timed++;
    if (record.zoned) zoned++;
    if (from === null || record.at < from) from = record.at;
    if (to === null || record.at > to) to = record.at;
  }
  return { from, to, zoned: timed > 0 && zoned * 2 >= timed };
}

/** A stamp without a year follows the anchor: read with another anchor, it gives another time. */
async function isYearless(
  format: { shape: 'lines'; readers: LineReader[] } | { shape: 'document'; reader: DocumentReader },
  sample: Sample,
  records: ReadRecord[],
): Promise<boolean> {
  const at = records.find(record => record.at !== undefined)?.at;
  if (at === undefined) return false;
  const again =
    format.shape === 'lines'
      ? probeLines(format.readers, sample.lines, LATER)
      : await probeDocument(format.reader, sample, LATER);
  return again.find(record => record.at !== undefined)?.at !== at;
}
