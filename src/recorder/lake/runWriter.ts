import type { ReadRecord } from '../../core/record.ts';
import { type ColumnData, type ParquetType, ParquetWriter } from './parquetWriter.ts';

/** `at_us` and `duration_us` of a record that has none: the greatest integer, so that it sorts last. */
export const NO_INTEGER = 2n ** 63n - 1n;
/** `value` of a record that has none. */
export const NO_VALUE = -Number.MAX_VALUE;

/** What a run file holds. A segment number stands for everything that one file's records have in common. */
export const RUN_COLUMNS = [
  ['at_us', 'int64'],
  ['at_raw', 'text'],
  ['precision', 'text'],
  ['segment', 'int32'],
  ['line', 'int32'],
  ['ordinal', 'int32'],
  ['source', 'text'],
  ['host', 'text'],
  ['service', 'text'],
  ['level', 'text'],
  ['trace_id', 'text'],
  ['span_id', 'text'],
  ['parent_span_id', 'text'],
  ['duration_us', 'int64'],
  ['kind', 'text'],
  ['name', 'text'],
  ['value', 'double'],
  ['body', 'text'],
  ['attributes', 'text'],
] as const satisfies readonly (readonly [string, ParquetType])[];

/** Rows in a row group: few enough that their texts die young, and every dictionary fits 16-bit codes. */
const GROUP_ROWS = 16_384;
/** Characters of text in a row group, so that few huge records do not fill the memory. */
const GROUP_CHARACTERS = 24 * 2 ** 20;

/** A column with few different values: each is stored once, and the last one is found without a look-up. */
class DictionaryColumn {
  codes = new Uint16Array(GROUP_ROWS);
  values: string[] = [];
  #codeOf = new Map<string, number>();
  #last: string | undefined;
  #lastCode = 0;

  set(row: number, value: string): void {
    if (value !== this.#last) {
      const known = this.#codeOf.get(value);
      this.#lastCode = known ?? this.#add(value);
      this.#last = value;
    }
    this.codes[row] = this.#lastCode;
  }

  #add(value: string): number {
    const code = this.values.length;
    this.values.push(value);
    this.#codeOf.set(value, code);
    return code;
  }

  take(rows: number): ColumnData {
    const data = { codes: this.codes.subarray(0, rows), dictionary: this.values };
    this.values = [];
    this.#codeOf = new Map();
    this.#last = undefined;
    return data;
  }
}

/** Where a record stands. */
export interface Place {
  segment: number;
  line: number;
  ordinal: number;
}

/** Collects records as columns and writes them as row groups of one run file. */
export class RunWriter {
  readonly path: string;
  #file: ParquetWriter | undefined;
  #rows = 0;
  #characters = 0;
  #at = new BigInt64Array(GROUP_ROWS);
  #segment = new Int32Array(GROUP_ROWS);
  #line = new Int32Array(GROUP_ROWS);
  #ordinal = new Int32Array(GROUP_ROWS);
  #duration = new BigInt64Array(GROUP_ROWS);
  #value = new Float64Array(GROUP_ROWS);
  #atRaw: string[] = [];
  #traceId: string[] = [];
  #spanId: string[] = [];
  #parentSpanId: string[] = [];
  #body: string[] = [];
  #attributes: string[] = [];
  #precision = new DictionaryColumn();
  #source = new DictionaryColumn();
  #host = new DictionaryColumn();
  #service = new DictionaryColumn();
  #level = new DictionaryColumn();
  #kind = new DictionaryColumn();
  #name = new DictionaryColumn();

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Adds one redacted record. `attributes` is the JSON of its attributes, `''` when it has none; `ordinal` its number
   * in the segment.
   */
  add(record: ReadRecord, attributes: string, { segment, line, ordinal }: Place): void {
    const row = this.#rows++;
    this.#at[row] = record.at === undefined ? NO_INTEGER : BigInt(record.at);
    this.#segment[row] = segment;
    this.#line[row] = line;
    this.#ordinal[row] = ordinal;
    this.#duration[row] =
      record.durationUs === undefined ? NO_INTEGER : BigInt(Math.round(record.durationUs));
    this.#value[row] = record.value === undefined || Number.isNaN(record.value) ? NO_VALUE : record.value;
    this.#atRaw.push(record.atRaw);
    this.#traceId.push(record.traceId ?? '');
    this.#spanId.push(record.spanId ?? '');
    this.#parentSpanId.push(record.parentSpanId ?? '');
    this.#body.push(record.body);
    this.#attributes.push(attributes);
    this.#precision.set(row, record.precision);
    this.#source.set(row, record.source ?? '');
    this.#host.set(row, record.host ?? '');
    this.#service.set(row, record.service ?? '');
    this.#level.set(row, record.level ?? '');
    this.#kind.set(row, record.kind);
    this.#name.set(row, record.name ?? '');
    this.#characters += record.body.length + attributes.length;
    if (this.#rows === GROUP_ROWS || this.#characters > GROUP_CHARACTERS) this.flush();
  }

  /** Writes what is collected as one row group. */
  flush(): void {
    if (this.#rows === 0) return;
    this.#file ??= ParquetWriter.create(this.path, RUN_COLUMNS);
    const rows = this.#rows;
    this.#file.writeGroup(rows, this.#take(rows));
    this.#rows = 0;
    this.#characters = 0;
  }

  #take(rows: number): ColumnData[] {
    const columns: ColumnData[] = [
      { plain: this.#at.subarray(0, rows) },
      { texts: this.#atRaw },
      this.#precision.take(rows),
      { plain: this.#segment.subarray(0, rows) },
      { plain: this.#line.subarray(0, rows) },
      { plain: this.#ordinal.subarray(0, rows) },
      this.#source.take(rows),
      this.#host.take(rows),
      this.#service.take(rows),
      this.#level.take(rows),
      textsOrNothing(this.#traceId),
      textsOrNothing(this.#spanId),
      textsOrNothing(this.#parentSpanId),
      { plain: this.#duration.subarray(0, rows) },
      this.#kind.take(rows),
      this.#name.take(rows),
      { plain: this.#value.subarray(0, rows) },
      { texts: this.#body },
      textsOrNothing(this.#attributes),
    ];
    this.#atRaw = [];
    this.#traceId = [];
    this.#spanId = [];
    this.#parentSpanId = [];
    this.#body = [];
    this.#attributes = [];
    return columns;
  }

  /** Flushes and closes; false when nothing was ever added, and then there is no file. */
  close(): boolean {
    this.flush();
    this.#file?.close();
    return this.#file !== undefined;
  }
}

/** Texts, or next to nothing when all are empty. */
function textsOrNothing(texts: readonly string[]): ColumnData {
  return texts.every(text => text === '')
    ? { codes: new Uint8Array(texts.length), dictionary: [''] }
    : { texts };
}
