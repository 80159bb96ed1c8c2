import type { Attributes, Level, ReadRecord } from '../../../core/record.ts';
import { continuesRecord } from '../continuesRecord.ts';
import type { LineReader, ReadContext, Sample, TimeContext } from '../reader.ts';
import { type Layout, layoutOf, type Match, matchLayout } from './layout.ts';
import { logRecord } from './logRecord.ts';
import { shareOfRecords } from './shareOfRecords.ts';
import { takeTraceIds } from './traceIds.ts';

/** A family of programs that write their lines alike, as data. */
export interface Family {
  name: string;
  /** Ways in which it writes a line, the most telling first. */
  layouts: readonly string[];
  /** A real-looking line for each layout, in their order. */
  examples: readonly string[];
  /** What `{level}` may be, when not the usual words. */
  levels?: ReadonlyMap<string, Level>;
  /** What a line must look like besides, where a layout alone would take other programs' lines. */
  looks?: RegExp;
  /** The service, where the family is one program. */
  service?: string;
  /** Set where stamps without a zone are UTC, whatever the context's zone. */
  utc?: 'by definition';
  /** Last word on a record, for what a layout cannot say. */
  finish?(record: ReadRecord, attributes: Attributes): void;
  /** Whether a line without a stamp of its own belongs to the record before; default `continuesRecord`. */
  continues?(line: string): boolean;
}

/** The reader of a family. */
export function familyReader(family: Family): LineReader {
  const layouts = family.layouts.map(layout => layoutOf(layout, family.levels));
  const read = (line: string, context: ReadContext): ReadRecord | undefined => {
    if (family.looks !== undefined && !family.looks.test(line)) return undefined;
    for (const layout of layouts) {
      const match = matchLayout(layout, line, family.utc === undefined ? context.time : inUtc(context.time));
      if (match !== undefined) return recordOf(family, layout, match, line);
    }
    return undefined;
  };
  return {
    shape: 'lines',
    name: family.name,
    version: 1,
    recognise: (sample: Sample) => shareOfRecords(sample, read),
    read,
    continues: family.continues ?? continuesRecord,
  };
}

let utc: TimeContext = { zone: 'UTC', anchor: 0 };

/** The context with the zone that some formats are defined to use; one object as long as the anchor stays. */
function inUtc(time: TimeContext): TimeContext {
  if (utc.anchor !== time.anchor || utc.dateOrder !== time.dateOrder) utc = { ...time, zone: 'UTC' };
  return utc;
}

function recordOf(family: Family, layout: Layout, match: Match, line: string): ReadRecord {
  const atRaw = match.instant === undefined ? '' : line.slice(match.timeStart, match.timeEnd);
  const record = logRecord(match.instant, atRaw, '');
  const attributes: Attributes = {};
  record.service = family.service;
  if (family.utc !== undefined) record.zoned = true;
  if (match.level !== '') record.level = match.level;
  const { steps } = layout;
  for (let index = 0; index < steps.length; index++) {
    const { kind, text } = steps[index]!;
    if (kind === 'rest') record.body = line.slice(match.starts[index], match.ends[index]);
    else if (kind === 'digits') attributes[text] = Number(line.slice(match.starts[index], match.ends[index]));
    else if (kind === 'word')
      put(record, attributes, text, line.slice(match.starts[index], match.ends[index]));
    else if (kind === 'text')
      put(record, attributes, text, line.slice(match.starts[index], match.ends[index]).trim());
  }
  family.finish?.(record, attributes);
  for (const _ in attributes) {
    record.attributes = attributes;
    break;
  }
  takeTraceIds(record, record.body);
  return record;
}

function put(record: ReadRecord, attributes: Attributes, name: string, value: string): void {
  if (value === '' || value === '-') return;
  switch (name) {
    case 'body':
      record.body = value;
      break;
    case 'host':
      record.host = value;
      break;
    case 'service':
      record.service = value;
      break;
    case 'traceId':
      record.traceId = value;
      break;
    case 'spanId':
      record.spanId = value;
      break;
    case 'skip':
      break;
    default:
      attributes[name] = value;
  }
}
