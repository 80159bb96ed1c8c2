import { isAscii } from 'node:buffer';
import type { ReadRecord } from '../../core/record.ts';
import { continuesRecord } from '../readers/continuesRecord.ts';
import type { LineReader, ReadContext } from '../readers/reader.ts';
import { LAST_RESORTS } from '../readers/vague.ts';
import { decodeLine } from './decodeLine.ts';
import { type LineBlock, lineBefore, lineBlocks } from './lineBlocks.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { note, type Segment, type SegmentResult } from './segment.ts';

/** Ascending positions in `bytes[from, to)`; every line that may hold something to redact has at least one. */
export type MarkLines = (bytes: Uint8Array, from: number, to: number) => ArrayLike<number>;

/** Characters of continuation lines that one record takes; what follows starts a record of its own. */
const LONGEST_FOLD = 2 ** 20;

/** A line, whether the prefilter saw something in it, and where in the file it starts. */
interface Line {
  text: string;
  marked: boolean;
  position: number;
}

/**
 * A line that goes on in the next. `held`: it waits for that; `read`: it was too long to wait; `foreign`: it stands
 * before the range, whose reader takes the rest of it too.
 */
interface Piece {
  line: Line;
  state: 'held' | 'read' | 'foreign';
}

/** The record under construction: continuation lines are still added to it. */
interface Pending {
  record: ReadRecord;
  rest: ReadRecord[] | undefined;
  line: number;
  reader: string;
  marked: boolean;
  continuation: string[];
  length: number;
}

/**
 * Reads the lines of a segment. The segment owns the lines that start in its range, and the continuation lines after
 * the last of them; leading continuation lines belong to the segment before.
 */
export class LineSegment {
  #segment: Segment;
  #readers: LineReader[];
  #context: ReadContext;
  #mark: MarkLines;
  #keeper: RecordKeeper;
  #result: SegmentResult;
  #pending: Pending | undefined;
  #piece: Piece | undefined;
  #cutTime: ReadRecord | undefined;
  #done = false;

  constructor(
    segment: Segment,
    readers: LineReader[],
    mark: MarkLines,
    keeper: RecordKeeper,
    result: SegmentResult,
  ) {
    this.#segment = segment;
    this.#readers = readers;
    this.#context = { path: segment.path, time: segment.time };
    this.#mark = mark;
    this.#keeper = keeper;
    this.#result = result;
  }

  /** Reads to the end of the segment. `progress` gets the bytes consumed since it was last called. */
  read(progress: (bytes: number) => void): void {
    const { location, start } = this.#segment;
    const before = this.#readers[0]!.pieces === undefined ? undefined : lineBefore(location, start);
    if (before !== undefined && this.#readers[0]!.pieces!.isPiece(before))
      this.#piece = { line: { text: before, marked: false, position: start }, state: 'foreign' };
    for (const block of lineBlocks(this.#segment.location, this.#segment.start, this.#segment.end)) {
      this.#readBlock(block);
      progress(block.to - block.from);
      if (this.#done) break;
    }
    if (this.#piece?.state === 'held') this.#readLine(this.#piece.line, false);
    this.#flushPending();
  }

  #readBlock(block: LineBlock): void {
    const { bytes, from, to, position } = block;
    // The records of a batch are looked at one by one: marking the line that holds them all would say nothing.
    const isBatched = this.#readers[0]!.isBatched === true;
    const marks = isBatched ? [] : this.#mark(bytes, from, to);
    const ascii = isAscii(bytes.subarray(from, to));
    const text = ascii ? bytes.toString('latin1', from, to) : '';
    let nextMark = 0;
    for (let start = from; start < to && !this.#done; ) {
      const feed = ascii ? text.indexOf('\n', start - from) : bytes.indexOf(10, start);
      const end = feed < 0 || (!ascii && feed >= to) ? to : ascii ? feed + from : feed;
      const last = end > start && bytes[end - 1] === 13 ? end - 1 : end;
      while (nextMark < marks.length && (marks[nextMark] as number) < start) nextMark++;
      const marked = isBatched || (nextMark < marks.length && (marks[nextMark] as number) < end);
      const line = ascii ? text.slice(start - from, last - from) : this.#decode(bytes, start, last);
      this.#gather({ text: line, marked, position: position + start }, block.cut && end === to);
      start = end + 1;
    }
  }

  #decode(bytes: Buffer, from: number, to: number): string {
    const { text, valid } = decodeLine(bytes, from, to);
    if (!valid) note(this.#result, 'lines are not valid UTF-8 and were read as ISO 8859-1');
    return text;
  }

  /** Holds back what goes on in a later line, and puts it together again. */
  #gather(line: Line, cut: boolean): void {
    const { pieces } = this.#readers[0]!;
    if (pieces === undefined) return this.#readLine(line, cut);
    const before = this.#piece;
    this.#piece = undefined;
    const joined = before === undefined ? undefined : pieces.join(before.line.text, line.text);
    if (before?.state === 'held' && joined === undefined) this.#readLine(before.line, false);
    const isPiece = pieces.isPiece(line.text);
    if (before?.state === 'foreign' && joined !== undefined) {
      if (isPiece) this.#piece = { line, state: 'foreign' };
      return;
    }
    const whole = before === undefined || joined === undefined ? line : this.#together(before, joined, line);
    const fits = !this.#isBeyond(whole.position) && whole.text.length < LONGEST_FOLD && !cut;
    if (!isPiece || !fits) this.#readLine(whole, cut);
    if (isPiece) this.#piece = { line: whole, state: fits ? 'held' : 'read' };
  }

  /** A piece and the line that it goes on in; what is too long for one record goes on in the next. */
  #together({ line: piece, state }: Piece, joined: string, line: Line): Line {
    if (state === 'read') return { ...line, position: piece.position };
    this.#result.lines++;
    this.#result.folded++;
    return { text: joined, marked: piece.marked || line.marked, position: piece.position };
  }

  /** Whether a line that starts there belongs to a later range. */
  #isBeyond(position: number): boolean {
    return position >= this.#segment.end && position > this.#segment.start;
  }

  #readLine({ text: line, marked, position }: Line, cut: boolean): void {
    if (this.#cutTime !== undefined) return this.#readPiece(line, marked, cut);
    const dominant = this.#readers[0]!;
    const read = dominant.read(line, this.#context);
    if (read === undefined && this.#continues(dominant, line)) return this.#fold(line, marked);
    if (this.#isBeyond(position)) {
      this.#done = true;
      return;
    }
    this.#result.lines++;
    if (line === '') return;
    this.#flushPending();
    this.#start(read, dominant.name, line, marked);
    if (cut) {
      note(this.#result, 'lines are too long and were kept in pieces');
      this.#cutTime = this.#pending?.record;
    }
  }

  /** A further piece of a line that was too long: a record of its own, at the line's time. */
  #readPiece(piece: string, marked: boolean, cut: boolean): void {
    const { at, atRaw, precision, zoned } = this.#cutTime!;
    this.#flushPending();
    this.#pending = this.#pend({ at, atRaw, precision, zoned, kind: 'log', body: piece }, 'text', marked);
    if (!cut) this.#cutTime = undefined;
  }

  #continues(reader: LineReader, line: string): boolean {
    if (line === '') return false;
    if (continuesRecord(line) || reader.unwrap !== undefined) return reader.continues?.(line) ?? true;
    return reader.continues?.(line) === true && !this.#isTimedElsewhere(line);
  }

  /** Whether another format knows the line, and finds a time in it: then it only looks like the rest of a message. */
  #isTimedElsewhere(line: string): boolean {
    return this.#readers.slice(1).some(reader => {
      const read = LAST_RESORTS.includes(reader) ? undefined : reader.read(line, this.#context);
      return read !== undefined && [read].flat()[0]?.at !== undefined;
    });
  }

  #fold(line: string, marked: boolean): void {
    const pending = this.#pending;
    // Leading continuation lines of a range are read by the range before it.
    if (pending === undefined && this.#segment.start > 0 && this.#result.records === 0) return;
    this.#result.lines++;
    if (pending === undefined || pending.length + line.length > LONGEST_FOLD) {
      this.#flushPending();
      this.#start(undefined, '', line, marked);
      return;
    }
    this.#result.folded++;
    const text = this.#readers[0]!.unwrap?.(line) ?? line;
    pending.continuation.push(text);
    pending.length += text.length + 1;
    pending.marked ||= marked;
  }

  #start(read: ReadRecord | ReadRecord[] | undefined, reader: string, line: string, marked: boolean): void {
    let name = reader;
    for (let i = 1; read === undefined && i < this.#readers.length; i++) {
      read = this.#readers[i]!.read(line, this.#context);
      name = this.#readers[i]!.name;
    }
    if (read === undefined) {
      read = { at: undefined, atRaw: '', precision: '', zoned: false, kind: 'log', body: line };
      name = 'text';
    }
    if (!Array.isArray(read)) this.#pending = this.#pend(read, name, marked);
    else if (read.length > 0) this.#pending = { ...this.#pend(read[0]!, name, marked), rest: read };
  }

  #pend(record: ReadRecord, reader: string, marked: boolean): Pending {
    return {
      record,
      rest: undefined,
      line: this.#result.lines,
      reader,
      marked,
      continuation: [],
      length: record.body.length,
    };
  }

  #flushPending(): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    const { record, rest, line, reader, marked, continuation } = pending;
    if (continuation.length > 0) record.body = `${record.body}\n${continuation.join('\n')}`;
    if (rest === undefined) this.#keeper.keep(record, line, reader, marked);
    else for (const one of rest) this.#keeper.keep(one, line, reader, marked);
  }
}
