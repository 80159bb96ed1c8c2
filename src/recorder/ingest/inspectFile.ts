import type { Micros, ReadRecord } from '../../core/record.ts';
import type { DateOrder, DocumentReader, LineReader, Sample, TimeContext } from '../readers/reader.ts';
import { recogniseFile } from '../readers/recogniseFile.ts';
import { dateOrderOf } from '../readers/time/dateOrderOf.ts';
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
  /** What most stamps lack. `from` and `to` are then right but for whole years, or days. */
  lacks: 'nothing' | 'year' | 'date';
  /** Which of day and month comes first, where some stamp shows it. */
  dateOrder?: DateOrder | undefined;
}

const YEAR_US = 365.25 * 86_400e6;
const PROBE: TimeContext = { zone: 'UTC', anchor: 1_735_689_600_000_000 };
const LATER: TimeContext = { zone: 'UTC', anchor: PROBE.anchor + 7 * YEAR_US };

/** Recognises a file and looks at its times. Never throws: what cannot be opened is `unreadable`, with the reason. */
export async function inspectFile(job: InspectJob): Promise<FileFacts> {
  const { file, path, location, bytes } = job;
  const none = { file, from: null, to: null, zoned: false, lacks: 'nothing' as const };
  try {
    const sample = takeSample(path, location, bytes);
    const format = recogniseFile(sample);
    if (format === undefined)
      return { ...none, shape: 'unreadable', readers: [], why: 'not text, and no known binary format' };
    const readers = format.shape === 'lines' ? format.readers : [format.reader];
    const lines = [...sample.lines, ...takeTail(sample, location, bytes)];
    const dateOrder = dateOrderOf(lines);
    const ordered = (time: TimeContext): TimeContext => (dateOrder ? { ...time, dateOrder } : time);
    const probe = (time: TimeContext): Promise<ReadRecord[]> =>
      format.shape === 'lines'
        ? probeLines(format.readers, lines, ordered(time))
        : probeDocument(format.reader, sample, ordered(time));
    const records = await probe(PROBE);
    const lacks = lackIn(records, await probe(LATER));
    // The end of a document that is longer than its sample is not known.
    const hasEnd = format.shape === 'lines' || sample.whole;
    const settled =
      lacks === 'year' && hasEnd ? await probe({ zone: 'UTC', anchor: endOf(records) }) : records;
    return {
      ...none,
      shape: format.shape,
      readers: readers.map(reader => reader.name),
      why: '',
      ...timesOf(settled),
      lacks,
      dateOrder,
    };
  } catch (error) {
    return { ...none, shape: 'unreadable', readers: [], why: (error as Error).message };
  }
}

async function probeLines(readers: LineReader[], lines: string[], time: TimeContext): Promise<ReadRecord[]> {
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

const DAY_US = 86_400e6;
const dayOf = (at: Micros): number => Math.floor(at / DAY_US);

/** A stamp without a year, or date, follows the anchor: read with a later one, it gives a later time. */
function lackIn(records: ReadRecord[], later: ReadRecord[]): FileFacts['lacks'] {
  const counts = { nothing: 0, year: 0, date: 0 };
  records.forEach(({ at }, index) => {
    const again = later[index]?.at;
    if (at === undefined || again === undefined) return;
    const isOfDay = dayOf(at) === dayOf(PROBE.anchor) && dayOf(again) === dayOf(LATER.anchor);
    counts[at === again ? 'nothing' : isOfDay ? 'date' : 'year']++;
  });
  if (counts.year > counts.nothing && counts.year >= counts.date) return 'year';
  return counts.date > counts.nothing ? 'date' : 'nothing';
}

/** The time at which a file ends: at its last stamp, or its first where the newest stands first. */
function endOf(records: ReadRecord[]): Micros {
  const times = records.flatMap(({ at }) => at ?? []);
  const falls = times.filter((at, index) => index > 0 && at < times[index - 1]!).length;
  const rises = times.filter((at, index) => index > 0 && at > times[index - 1]!).length;
  return (falls > rises ? times[0] : times.at(-1)) ?? PROBE.anchor;
}
