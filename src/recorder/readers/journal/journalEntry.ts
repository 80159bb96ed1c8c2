import type { ReadRecord } from '../../../core/record.ts';
import type { JsonObject } from '../json/value.ts';
import { readObject } from '../lines/ndjson.ts';
import type { ReadContext } from '../reader.ts';

/** Bookkeeping of the journal itself. */
const OF_THE_JOURNAL = [
  '__CURSOR',
  '__MONOTONIC_TIMESTAMP',
  '__SEQNUM',
  '__SEQNUM_ID',
  '_SOURCE_REALTIME_TIMESTAMP',
];

/** The record of a journal entry. `text`: a last resort for a body. */
export function readJournalEntry(
  entry: JsonObject,
  text: string,
  context: ReadContext,
): ReadRecord | undefined {
  for (const name of OF_THE_JOURNAL) delete entry[name];
  entry.MESSAGE = messageOf(entry.MESSAGE);
  const record = readObject(entry, text, context);
  const unit = entry._SYSTEMD_UNIT;
  if (record !== undefined && record.service === undefined && typeof unit === 'string')
    record.service = unit.replace(/\.service$/, '');
  return record;
}

/** Messages that are not UTF-8 come as an array of bytes; those given twice as an array of texts. */
function messageOf(message: unknown): unknown {
  if (!Array.isArray(message)) return message;
  if (message.every(byte => typeof byte === 'number'))
    return new TextDecoder('latin1').decode(Uint8Array.from(message));
  return message.map(String).join('\n');
}
