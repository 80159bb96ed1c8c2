/**
 * systemd's journal as `journalctl -o json` gives it.
 *
 *     {"__REALTIME_TIMESTAMP":"1676103249402948","_HOSTNAME":"web-3","PRIORITY":"3","SYSLOG_IDENTIFIER":"orders","_PID":"1187","_SYSTEMD_UNIT":"orders.service","MESSAGE":"cannot connect"}
 */
import type { ReadRecord } from '../../../core/record.ts';
import type { JsonObject } from '../json/value.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { parseLine, readObject } from './ndjson.ts';
import { shareOfRecords } from './shareOfRecords.ts';

/** Bookkeeping of the journal itself. */
const OF_THE_JOURNAL = [
  '__CURSOR',
  '__MONOTONIC_TIMESTAMP',
  '__SEQNUM',
  '__SEQNUM_ID',
  '_SOURCE_REALTIME_TIMESTAMP',
];

export const JOURNALD: LineReader = {
  shape: 'lines',
  name: 'journald-json',
  version: 1,
  recognise: sample => shareOfRecords(sample, readJournald),
  read: readJournald,
};

function readJournald(line: string, context: ReadContext): ReadRecord | undefined {
  if (!line.includes('"__REALTIME_TIMESTAMP"')) return undefined;
  const entry = parseLine(line);
  return entry === undefined ? undefined : readEntry(entry, line, context);
}

/** The record of a journal entry. `text`: a last resort for a body. */
export function readEntry(entry: JsonObject, text: string, context: ReadContext): ReadRecord | undefined {
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
