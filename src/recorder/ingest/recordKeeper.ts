import type { ReadRecord } from '../../core/record.ts';
import type { RunWriter } from '../lake/runWriter.ts';
import { note, type SegmentResult } from './segment.ts';

/** Redacts a record in place; takes its attributes as JSON too, and returns them redacted. */
export type RedactRecord = (record: ReadRecord, attributes: string, line: number) => string;

/** 9999-12-31: later stamps are nonsense, and overflow what the columnar engine can show. */
const LATEST = 253_402_300_799_000_000;
const EARLIEST = -62_135_596_800_000_000;

/** Takes the records of one segment: checks, counts, redacts where marked, and writes them. */
export class RecordKeeper {
  #run: RunWriter;
  #redact: RedactRecord;
  #segment: number;
  #result: SegmentResult;

  constructor(run: RunWriter, redact: RedactRecord, result: SegmentResult) {
    this.#run = run;
    this.#redact = redact;
    this.#segment = result.id;
    this.#result = result;
  }

  /** Keeps one record. `marked`: whether the prefilter saw something in its text. */
  keep(record: ReadRecord, line: number, reader: string, marked: boolean): void {
    const result = this.#result;
    const { at } = record;
    if (at === undefined) result.withoutTime++;
    else if (at > LATEST || at < EARLIEST || !Number.isSafeInteger(at)) {
      record.at = undefined;
      result.withoutTime++;
      note(result, 'a time outside the years 1 to 9999 was not taken for a time');
    } else {
      if (result.from === null || at < result.from) result.from = at;
      if (result.to === null || at > result.to) result.to = at;
    }
    result.records++;
    result.readers[reader] = (result.readers[reader] ?? 0) + 1;
    const attributes = record.attributes === undefined ? '' : JSON.stringify(record.attributes);
    const kept = marked ? this.#redact(record, attributes, line) : attributes;
    this.#run.add(record, kept, { segment: this.#segment, line, ordinal: result.records });
  }
}
