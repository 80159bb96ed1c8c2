import type { Micros } from '../../core/record.ts';
import { inferZone, type Range } from '../../core/zones/inferZone.ts';
import type { PlainFile } from '../inputs/input.ts';
import type { DateOrder, TimeContext } from '../readers/reader.ts';
import type { FileFacts } from './inspectFile.ts';
import { placeRange } from './placeRange.ts';
import type { Segment } from './segment.ts';

export interface TimeOptions {
  /** Zone for stamps without one: IANA or `+hh:mm`. */
  zone?: string | undefined;
  /** Where the incident is known to end; anchors stamps without a year. */
  until?: Micros | undefined;
}

/** A file with all that is decided about it before it is read. */
export interface PlannedFile {
  file: PlainFile;
  facts: FileFacts;
  time: TimeContext;
  zoneBasis: 'written' | 'given' | 'inferred' | 'assumed' | 'none';
  notes: string[];
}

/** Files above this size are cut, so that workers share them. */
const SEGMENT_BYTES = 16 * 2 ** 20;

/**
 * Decides zone and year for every file: a stamp's own zone, else the one given, else the one that makes the file
 * overlap the files that say theirs, else UTC.
 */
export function planFiles(
  files: readonly PlainFile[],
  facts: readonly FileFacts[],
  options: TimeOptions,
): PlannedFile[] {
  const known = hull(facts.filter(fact => fact.zoned && fact.lacks === 'nothing'));
  const dated = hull(facts.filter(fact => fact.lacks === 'nothing'));
  const latest = options.until ?? dated?.to;
  return files.map((file, i) => {
    const modified = file.original.modifiedMs * 1000;
    const { from, to, lacks, zoned, dateOrder } = facts[i]!;
    const range =
      from === null || to === null ? undefined : placeRange({ from, to }, lacks, { latest, modified });
    const anchor = (lacks === 'year' ? range?.to : undefined) ?? latest ?? modified;
    return {
      file,
      facts: facts[i]!,
      ...decideZone({ range, zoned, anchor, dateOrder }, known, options.zone),
    };
  });
}

/** The times of a file as if stamps without a zone were UTC; undefined when it has none. */
interface Placed {
  range: Range | undefined;
  zoned: boolean;
  anchor: Micros;
  dateOrder: DateOrder | undefined;
}

function decideZone(
  { range, zoned, anchor, dateOrder }: Placed,
  known: Range | undefined,
  given: string | undefined,
): Pick<PlannedFile, 'time' | 'zoneBasis' | 'notes'> {
  const at = (zone: string): TimeContext => ({ zone, anchor, ...(dateOrder && { dateOrder }) });
  if (range === undefined) return { time: at(given ?? 'UTC'), zoneBasis: 'none', notes: [] };
  if (zoned) return { time: at(given ?? 'UTC'), zoneBasis: 'written', notes: [] };
  if (given !== undefined) return { time: at(given), zoneBasis: 'given', notes: [] };
  const inferred = known && inferZone(range, known);
  if (inferred === undefined)
    return {
      time: at('UTC'),
      zoneBasis: 'assumed',
      notes: ['stamps without a zone were taken for UTC; if they are not, say so when reading again (--tz)'],
    };
  const others =
    inferred.alternatives.length === 0
      ? ''
      : `; ${inferred.alternatives.slice(0, 3).join(', ')} would fit as well`;
  return {
    time: at(inferred.zone),
    zoneBasis: 'inferred',
    notes: [
      `stamps without a zone were taken for ${inferred.zone}: so they overlap the sources that say their zone${others}; if that is wrong, say so when reading again (--tz)`,
    ],
  };
}

function hull(facts: readonly FileFacts[]): Range | undefined {
  let range: Range | undefined;
  for (const { from, to } of facts) {
    if (from === null || to === null) continue;
    range =
      range === undefined ? { from, to } : { from: Math.min(range.from, from), to: Math.max(range.to, to) };
  }
  return range;
}

/** The work, largest first, so that no worker ends long after the others. */
export function cutIntoSegments(planned: readonly PlannedFile[]): Segment[] {
  const segments: Segment[] = [];
  planned.forEach(({ file, facts, time }, index) => {
    if (facts.shape === 'unreadable' || file.bytes === 0) return;
    const step = facts.shape === 'lines' ? SEGMENT_BYTES : file.bytes;
    for (let start = 0; start < file.bytes; start += step) {
      const end = Math.min(file.bytes, start + step);
      segments.push({
        id: segments.length,
        file: index,
        path: file.path,
        location: file.location,
        start,
        end,
        readers: facts.readers,
        time,
      });
    }
  });
  return segments;
}
