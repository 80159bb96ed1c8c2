import type { ReadRecord } from '../../../core/record.ts';
import { continuesRecord } from '../continuesRecord.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import type { Instant } from '../time/instant.ts';
import { beginsCrash } from './beginsCrash.ts';
import { LINE_FORMATS } from './lineFormats.ts';
import { PLAIN_TEXT } from './plainText.ts';
import { STAMPED } from './stamped.ts';

/**
 * The record of a program's own line that stands inside another (a container runtime's, a shipper's): read as any of
 * the line formats. The outer stamp is the record's time; what the program itself wrote becomes `inner_time`.
 */
export function readEmbedded(
  text: string,
  outer: Instant | undefined,
  atRaw: string,
  context: ReadContext,
): ReadRecord {
  const record = readAny(text, context);
  if (outer === undefined) return record;
  if (record.atRaw !== '') record.attributes = { ...record.attributes, inner_time: record.atRaw };
  record.at = outer.at;
  record.atRaw = atRaw;
  record.precision = outer.precision;
  record.zoned = outer.zoned;
  return record;
}

/** Whether a program's own line continues the record before it. With a stamp around it, a crash stands for itself. */
export function continuesEmbedded(text: string): boolean {
  return continuesRecord(text) && !beginsCrash(text);
}

/**
 * The reader that took the last line of a context: most containers write one format. A context belongs to one run
 * through one file, so what is read does not hang on what other files hold.
 */
const lastTaker = new WeakMap<ReadContext, LineReader>();

function readAny(text: string, context: ReadContext): ReadRecord {
  if (beginsCrash(text)) return readOne(PLAIN_TEXT, text, context)!;
  const last = lastTaker.get(context);
  const again = last === undefined ? undefined : readOne(last, text, context);
  if (again !== undefined) return again;
  for (const reader of LINE_FORMATS) {
    const record = readOne(reader, text, context);
    if (record === undefined) continue;
    // A reader that takes any stamp must not keep lines from those that know them.
    if (reader !== STAMPED) lastTaker.set(context, reader);
    return record;
  }
  return readOne(PLAIN_TEXT, text, context)!;
}

function readOne(reader: LineReader, text: string, context: ReadContext): ReadRecord | undefined {
  const read = reader.read(text, context);
  return Array.isArray(read) ? read[0] : read;
}
