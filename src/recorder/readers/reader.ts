import type { Micros, ReadRecord } from '../../core/record.ts';

/** The order of day and month before a year. */
export type DateOrder = 'day first' | 'month first';

/** What is known about times before a file is read. */
export interface TimeContext {
  /** IANA zone or `+hh:mm` for stamps without a zone. Default `UTC`. */
  zone: string;
  /** A stamp without a year falls into the twelve months that end one day after this. */
  anchor: Micros;
  /** Which comes first in dates such as `01/02/2023`, where the file shows it; default: the month before `/`, else the day. */
  dateOrder?: DateOrder;
}

export interface ReadContext {
  path: string;
  time: TimeContext;
}

/** The beginning of a file, decoded, for recognition by content. */
export interface Sample {
  path: string;
  bytes: Uint8Array;
  /** `bytes` as UTF-8, cut at the last whole line when the file is longer than the sample. */
  text: string;
  /** The non-empty lines of `text`, at most 200. */
  lines: string[];
  /** Whether `bytes` is the whole file. */
  whole: boolean;
}

/**
 * Reads formats in which one line is one record (and lines that do not start a record continue the one before).
 * Stateless, so that a large file can be cut at line starts and read by several workers.
 */
export interface LineReader {
  shape: 'lines';
  name: string;
  version: number;
  /** Whether a line usually holds many records. */
  isBatched?: boolean;
  /** 0…1: the share of sample lines that start a record in this format, or surer knowledge. */
  recognise(sample: Sample): number;
  /**
   * The record that this line starts (or the records that it holds, where one line is a batch), or undefined when it
   * is not a line of this format. Never throws.
   */
  read(line: string, context: ReadContext): ReadRecord | ReadRecord[] | undefined;
  /**
   * Whether a line without a record of its own belongs to the record before it (stack traces, wrapped messages).
   * Default: true for lines that start with white space, or like `Caused by:`, `Traceback`, `goroutine`, `...`.
   */
  continues?(line: string): boolean;
  /** What of a continuing line belongs to the record before, where the line wraps it (a container runtime's stamp). */
  unwrap?(line: string): string;
  /** Where a container runtime cuts long lines: how to put them together again. */
  pieces?: LinePieces;
}

/** Lines of a format that may hold only a piece of what a program wrote. */
export interface LinePieces {
  /** Whether the line goes on in a later one. */
  isPiece(line: string): boolean;
  /** A piece and the line that it goes on in, as one; undefined when `next` is not of the same stream. */
  join(piece: string, next: string): string | undefined;
}

/** Where a document reader puts what it finds. */
export interface RecordSink {
  record(record: ReadRecord): void;
  /** An entry that could not be understood: kept as text by the pipeline, and counted. */
  unread(entry: { line: number; text: string; why: string }): void;
}

/**
 * Reads formats in which the file is one document with a header or nesting: CSV, a JSON array, YAML, XML, protobuf.
 * `chunks` are the file's bytes in order; read them as a stream where the format allows.
 */
export interface DocumentReader {
  shape: 'document';
  name: string;
  version: number;
  recognise(sample: Sample): number;
  read(chunks: AsyncIterable<Uint8Array>, context: ReadContext, sink: RecordSink): Promise<void>;
}

export type Reader = LineReader | DocumentReader;
