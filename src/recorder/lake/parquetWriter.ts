/**
 * Writes Parquet fast and uncompressed, for one purpose: to hand columns to DuckDB without formatting or parsing text.
 * All columns are required; text is DELTA_LENGTH_BYTE_ARRAY (lengths first, then one copy of all characters) or a
 * dictionary. Source: the Apache Parquet format specification.
 */
import { closeSync, openSync, writeSync, writevSync } from 'node:fs';
import { packLengths } from './packLengths.ts';
import { type ThriftStruct, type ThriftValue, thriftBytes } from './thrift.ts';

const PHYSICAL = { int32: 1, int64: 2, double: 5, text: 6 } as const;
const ENCODING = { plain: 0, rle: 3, deltaLength: 6, dictionary: 8 } as const;
const PAGE = { data: 0, dictionary: 2 } as const;
const UTF8 = 0;
const MAGIC = Buffer.from('PAR1');

export type ParquetType = keyof typeof PHYSICAL;

/** One column of one row group; all columns of a group have the same number of values. */
export type ColumnData =
  | { plain: Int32Array | BigInt64Array | Float64Array }
  | { texts: readonly string[] }
  | { codes: Uint8Array | Uint16Array; dictionary: readonly string[] };

interface Page {
  header: Buffer;
  body: readonly Uint8Array[];
  size: number;
}

interface WrittenColumn {
  meta: ThriftStruct;
  size: number;
}

const asBytes = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function page(type: keyof typeof PAGE, values: number, encoding: number, body: readonly Uint8Array[]): Page {
  const size = body.reduce((sum, part) => sum + part.byteLength, 0);
  const kind: [number, ThriftValue] =
    type === 'data'
      ? [
          5,
          {
            struct: [
              [1, { i32: values }],
              [2, { i32: encoding }],
              [3, { i32: ENCODING.rle }],
              [4, { i32: ENCODING.rle }],
            ],
          },
        ]
      : [
          7,
          {
            struct: [
              [1, { i32: values }],
              [2, { i32: encoding }],
            ],
          },
        ];
  const header = thriftBytes([[1, { i32: PAGE[type] }], [2, { i32: size }], [3, { i32: size }], kind]);
  return { header, body, size: header.length + size };
}

/** Lengths and characters of many texts. One encoding call for all, since a call for each costs more than the copy. */
function textBody(texts: readonly string[]): Uint8Array[] {
  const joined = texts.join('');
  const characters = Buffer.from(joined, 'utf8');
  const lengths = new Int32Array(texts.length);
  const ascii = characters.length === joined.length;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] as string;
    lengths[i] = ascii ? text.length : Buffer.byteLength(text);
  }
  return [packLengths(lengths), characters];
}

function dictionaryPages(codes: Uint8Array | Uint16Array, dictionary: readonly string[]): Page[] {
  const parts: Buffer[] = [];
  for (const text of dictionary) {
    const bytes = Buffer.from(text);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    parts.push(length, bytes);
  }
  // One bit-packed run of 8 or 16 bits a code: the packing is then the array's own bytes.
  const groups = Math.ceil(codes.length / 8);
  const padded = new (codes.constructor as typeof Uint8Array)(groups * 8);
  padded.set(codes);
  const runHeader: number[] = [codes.BYTES_PER_ELEMENT * 8];
  let rest = (groups << 1) | 1;
  for (; rest >= 0x80; rest >>>= 7) runHeader.push((rest & 0x7f) | 0x80);
  runHeader.push(rest);
  return [
    page('dictionary', dictionary.length, ENCODING.plain, parts),
    page('data', codes.length, ENCODING.dictionary, [Uint8Array.from(runHeader), asBytes(padded)]),
  ];
}

function pagesOf(data: ColumnData): Page[] {
  if ('plain' in data) return [page('data', data.plain.length, ENCODING.plain, [asBytes(data.plain)])];
  if ('texts' in data) return [page('data', data.texts.length, ENCODING.deltaLength, textBody(data.texts))];
  return dictionaryPages(data.codes, data.dictionary);
}

/** Writes all parts, however often the system takes only some of them. */
function writeAll(file: number, parts: readonly Uint8Array[]): void {
  const expected = parts.reduce((sum, part) => sum + part.byteLength, 0);
  let written = writevSync(file, parts);
  if (written === expected) return;
  const whole = Buffer.concat(parts);
  while (written < expected) written += writeSync(file, whole, written);
}

/** A Parquet file under construction. Synchronous, for workers that have nothing else to do. Call `close`, or the file has no footer and cannot be read. */
export class ParquetWriter {
  #file: number;
  #columns: readonly (readonly [name: string, type: ParquetType])[];
  #offset = MAGIC.length;
  #rows = 0;
  #groups: ThriftStruct[] = [];

  private constructor(file: number, columns: readonly (readonly [string, ParquetType])[]) {
    this.#file = file;
    this.#columns = columns;
  }

  /** Creates `path`, or empties it. Errors are those of the file system. */
  static create(
    path: string,
    columns: readonly (readonly [name: string, type: ParquetType])[],
  ): ParquetWriter {
    const file = openSync(path, 'w');
    writeSync(file, MAGIC);
    return new ParquetWriter(file, columns);
  }

  /** Writes one row group: the columns in schema order, `rows` values in each. */
  writeGroup(rows: number, data: readonly ColumnData[]): void {
    const parts: Uint8Array[] = [];
    const start = this.#offset;
    const columns = data.map((column, i) => this.#addColumn(this.#columns[i]!, column, rows, parts));
    writeAll(this.#file, parts);
    this.#rows += rows;
    this.#groups.push([
      [1, { list: columns.map(({ meta }): ThriftValue => ({ struct: meta })) }],
      [2, { i64: this.#offset - start }],
      [3, { i64: rows }],
    ]);
  }

  #addColumn(
    [name, type]: readonly [string, ParquetType],
    data: ColumnData,
    rows: number,
    parts: Uint8Array[],
  ): WrittenColumn {
    const pages = pagesOf(data);
    const start = this.#offset;
    const dictionary = pages.length > 1 ? pages[0] : undefined;
    for (const { header, body, size } of pages) {
      parts.push(header, ...body);
      this.#offset += size;
    }
    const size = this.#offset - start;
    const encodings =
      'plain' in data
        ? [ENCODING.plain]
        : 'texts' in data
          ? [ENCODING.deltaLength]
          : [ENCODING.plain, ENCODING.dictionary];
    const about: ThriftStruct = [
      [1, { i32: PHYSICAL[type] }],
      [2, { list: encodings.map((i32): ThriftValue => ({ i32 })) }],
      [3, { list: [{ text: name }] }],
      [4, { i32: 0 }],
      [5, { i64: rows }],
      [6, { i64: size }],
      [7, { i64: size }],
      [9, { i64: start + (dictionary?.size ?? 0) }],
      ...(dictionary ? [[11, { i64: start }] as const] : []),
    ];
    return {
      meta: [
        [2, { i64: start }],
        [3, { struct: about }],
      ],
      size,
    };
  }

  /** Writes the footer and closes the file. */
  close(): void {
    const footer = thriftBytes([
      [1, { i32: 2 }],
      [
        2,
        {
          list: [
            {
              struct: [
                [4, { text: 'record' }],
                [5, { i32: this.#columns.length }],
              ],
            },
            ...this.#columns.map(schemaElement),
          ],
        },
      ],
      [3, { i64: this.#rows }],
      [4, { list: this.#groups.map((struct): ThriftValue => ({ struct })) }],
      [6, { text: 'afterword' }],
    ]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    writeAll(this.#file, [footer, length, MAGIC]);
    closeSync(this.#file);
  }
}

function schemaElement([name, type]: readonly [string, ParquetType]): ThriftValue {
  const text: ThriftStruct = type === 'text' ? [[6, { i32: UTF8 }]] : [];
  return { struct: [[1, { i32: PHYSICAL[type] }], [3, { i32: 0 }], [4, { text: name }], ...text] };
}
