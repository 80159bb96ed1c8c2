/**
 * systemd's journal as `journalctl -o export` and journal-remote write it: a field a line, an empty line after each
 * entry; a field that is not plain text has its name on a line, then its length (eight bytes, little-endian), its bytes.
 *
 *     __REALTIME_TIMESTAMP=1676103249402948
 *     _HOSTNAME=web-3
 *     PRIORITY=3
 *     SYSLOG_IDENTIFIER=orders
 *     MESSAGE=cannot connect
 */
import { ByteWindow } from '../bytes/window.ts';
import type { JsonObject } from '../json/value.ts';
import type { DocumentReader, ReadContext, RecordSink } from '../reader.ts';
import { readJournalEntry } from './journalEntry.ts';

const LINE_FEED = 10;
const EQUALS = 61;
const LENGTH_BYTES = 8;
/** Longer fields (core dumps) are left out. */
const LONGEST_FIELD = 4 * 2 ** 20;

export const JOURNAL_EXPORT: DocumentReader = {
  shape: 'document',
  name: 'journal-export',
  version: 1,
  recognise: ({ lines }) =>
    lines.slice(0, 20).some(line => /^__REALTIME_TIMESTAMP=\d{10,17}$/.test(line)) ? 0.99 : 0,
  async read(chunks, context, sink) {
    const parser = new ExportParser(context, sink);
    for await (const chunk of chunks) parser.take(chunk);
    parser.end();
  },
};

class ExportParser {
  #context: ReadContext;
  #sink: RecordSink;
  #window = new ByteWindow();
  #entry: JsonObject = {};
  #entries = 0;
  /** Bytes of a field left out that are still to come. */
  #skip = 0;

  constructor(context: ReadContext, sink: RecordSink) {
    this.#context = context;
    this.#sink = sink;
  }

  take(chunk: Uint8Array): void {
    this.#window.append(chunk);
    while (this.#takeField());
  }

  end(): void {
    const rest = this.#window.bytes;
    if (rest.length > 0) this.take(Uint8Array.of(LINE_FEED));
    this.#emit();
  }

  /** Takes one field, or the end of an entry; false when more bytes are needed. */
  #takeField(): boolean {
    const { bytes } = this.#window;
    if (this.#skip > 0) return this.#skipBytes();
    const feed = bytes.indexOf(LINE_FEED);
    if (feed < 0)
      return bytes.length > LONGEST_FIELD ? this.#leaveOut('', bytes.length, bytes.length) : false;
    if (feed === 0) this.#emit();
    const equals = bytes.subarray(0, feed).indexOf(EQUALS);
    if (feed > 0 && equals < 0) return this.#takeBinary(feed);
    if (feed > 0) this.#put(bytes.toString('utf8', 0, equals), bytes.subarray(equals + 1, feed));
    this.#window.drop(feed + 1);
    return true;
  }

  #takeBinary(feed: number): boolean {
    const { bytes } = this.#window;
    const start = feed + 1 + LENGTH_BYTES;
    if (bytes.length < start) return false;
    const name = bytes.toString('utf8', 0, feed);
    const length = Number(bytes.readBigUInt64LE(feed + 1));
    if (length > LONGEST_FIELD) return this.#leaveOut(name, length, start + length + 1);
    if (bytes.length < start + length + 1) return false;
    this.#put(name, bytes.subarray(start, start + length));
    this.#window.drop(start + length + 1);
    return true;
  }

  #leaveOut(name: string, length: number, through: number): boolean {
    this.#sink.unread({ line: this.#entries + 1, text: name, why: `a field of ${length} bytes is too long` });
    this.#skip = through;
    return this.#skipBytes();
  }

  #skipBytes(): boolean {
    const count = Math.min(this.#skip, this.#window.bytes.length);
    this.#window.drop(count);
    this.#skip -= count;
    return count > 0;
  }

  #put(name: string, value: Buffer): void {
    this.#entry[name] = value.toString('utf8');
  }

  #emit(): void {
    const entry = this.#entry;
    if (Object.keys(entry).length === 0) return;
    this.#entry = {};
    this.#entries++;
    const text = JSON.stringify(entry);
    const record = readJournalEntry(entry, text, this.#context);
    if (record === undefined)
      this.#sink.unread({ line: this.#entries, text, why: 'not an entry of a journal' });
    else this.#sink.record({ ...record, line: this.#entries });
  }
}
