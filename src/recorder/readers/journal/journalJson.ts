/**
 * systemd's journal as `journalctl -o json` gives it.
 *
 *     {"__REALTIME_TIMESTAMP":"1676103249402948","_HOSTNAME":"web-3","PRIORITY":"3","SYSLOG_IDENTIFIER":"orders","_PID":"1187","_SYSTEMD_UNIT":"orders.service","MESSAGE":"cannot connect"}
 */
import type { ReadRecord } from '../../../core/record.ts';
import { parseLine } from '../lines/ndjson.ts';
import { shareOfRecords } from '../lines/shareOfRecords.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { readJournalEntry } from './journalEntry.ts';

export const JOURNAL_JSON: LineReader = {
  shape: 'lines',
  name: 'journal-json',
  version: 1,
  recognise: sample => shareOfRecords(sample, readLine),
  read: readLine,
};

function readLine(line: string, context: ReadContext): ReadRecord | undefined {
  if (!line.includes('"__REALTIME_TIMESTAMP"')) return undefined;
  const entry = parseLine(line);
  return entry === undefined ? undefined : readJournalEntry(entry, line, context);
}
