import type { Prefilter } from '../../core/redaction/prefilter.ts';
import type { Redactor } from '../../core/redaction/redactor.ts';
import { decodeStretch } from './decodeStretch.ts';
import { KeyBlock, type KeyBlockState, NO_KEY_BLOCK } from './keyBlock.ts';
import { LongLine, WINDOW } from './longLine.ts';
import { type OnReplacement, Splicer } from './splicer.ts';

export interface RedactLinesOptions {
  redactor: Redactor;
  /** Made from the same rules as the redactor. */
  prefilter: Prefilter;
  onReplacement?: OnReplacement;
}

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/**
 * Streams text through redaction, line for line. Bytes outside of what is replaced are copied as they are, line ends and
 * invalid UTF-8 too; lines that the prefilter does not mark are not even decoded. Memory is bounded by the chunks and a
 * few windows, whatever a line's length. The result does not depend on where chunks end.
 */
export async function* redactLines(
  chunks: AsyncIterable<Uint8Array>,
  options: RedactLinesOptions,
): AsyncIterable<Uint8Array> {
  const lines = new LineRedaction(options);
  for await (const chunk of chunks) {
    const redacted = lines.add(chunk);
    if (redacted.length > 0) yield redacted;
  }
  const rest = lines.end();
  if (rest.length > 0) yield rest;
}

/** What is known between two chunks of one stream, which may go on in a frame that was opened before. */
export class LineRedaction {
  readonly #redactor: Redactor;
  readonly #prefilter: Prefilter;
  readonly #keyBlock: KeyBlock;
  readonly #splicer: Splicer;
  #pending: Buffer = Buffer.alloc(0);
  /** Chunks behind `#pending` that end no line, put together only when there is enough. */
  #chunks: Uint8Array[] = [];
  #waiting = 0;
  /** The line that is being read, once it has proved longer than a window. */
  #longLine: LongLine | undefined;

  constructor({ redactor, prefilter, onReplacement }: RedactLinesOptions, before = NO_KEY_BLOCK) {
    this.#keyBlock = new KeyBlock(before);
    this.#redactor = redactor;
    this.#prefilter = prefilter;
    this.#splicer = new Splicer(onReplacement);
  }

  /** The frame that is open now. */
  get keyBlock(): KeyBlockState {
    return this.#keyBlock.state;
  }

  /** The line that comes next, from 1; counted only when replacements are told of. */
  get line(): number {
    return this.#splicer.line;
  }

  /** Redacts whole lines that are there at once. */
  all(block: Uint8Array): Uint8Array {
    this.#redactBlock(Buffer.from(block.buffer, block.byteOffset, block.length));
    return this.#splicer.take();
  }

  add(chunk: Uint8Array): Uint8Array {
    this.#chunks.push(chunk);
    this.#waiting += chunk.length;
    if (this.#waiting < WINDOW && !chunk.includes(NEWLINE)) return this.#splicer.take();
    this.#gather();
    while (this.#longLine ? this.#takeOfLongLine() : this.#takeLines());
    return this.#splicer.take();
  }

  #gather(): void {
    const [first] = this.#chunks;
    const isOne = this.#pending.length === 0 && this.#chunks.length === 1 && first !== undefined;
    this.#pending = isOne
      ? Buffer.from(first.buffer, first.byteOffset, first.length)
      : Buffer.concat([this.#pending, ...this.#chunks]);
    this.#chunks = [];
    this.#waiting = 0;
  }

  end(): Uint8Array {
    this.#gather();
    while (this.#longLine ? this.#takeOfLongLine() : this.#takeLines());
    if (this.#longLine) this.#longLine.end(this.#pending);
    else this.#redactBlock(this.#pending);
    return this.#splicer.take();
  }

  /** Redacts the whole lines that are there. Returns whether to go on. */
  #takeLines(): boolean {
    const end = this.#pending.lastIndexOf(NEWLINE) + 1;
    if (end > 0) this.#redactBlock(this.#pending.subarray(0, end));
    this.#pending = this.#pending.subarray(end);
    if (this.#pending.length <= WINDOW) return false;
    this.#longLine = new LongLine(this.#redactor, this.#splicer);
    return true;
  }

  /** Redacts the next window of a long line, or its end. Returns whether to go on. */
  #takeOfLongLine(): boolean {
    const newline = this.#pending.indexOf(NEWLINE);
    if (newline < 0 || newline >= WINDOW) {
      if (this.#pending.length < WINDOW) return false;
      this.#pending = this.#pending.subarray(this.#longLine!.window(this.#pending.subarray(0, WINDOW)));
      return true;
    }
    this.#longLine!.end(this.#pending.subarray(0, newline));
    this.#splicer.copy(this.#pending.subarray(newline, newline + 1));
    this.#splicer.countLines(1);
    this.#pending = this.#pending.subarray(newline + 1);
    this.#longLine = undefined;
    return true;
  }

  /** Redacts whole lines, of which the last may lack its end. Only marked lines are looked at, and those of a key. */
  #redactBlock(block: Buffer): void {
    const marks = this.#prefilter.marks(block, 0, block.length);
    let done = 0;
    let nextMark = 0;
    while (nextMark < marks.length || this.#keyBlock.isOpen) {
      const mark = this.#keyBlock.isOpen ? done : marks[nextMark]!;
      if (mark >= block.length) break;
      const start = mark === done ? done : block.lastIndexOf(NEWLINE, mark - 1) + 1;
      const newline = block.indexOf(NEWLINE, mark);
      const end = newline < 0 ? block.length : newline;
      this.#splicer.copyLines(block.subarray(done, start));
      this.#redactLine(block.subarray(start, end));
      this.#splicer.copyLines(block.subarray(end, end + 1));
      done = Math.min(end + 1, block.length);
      while (nextMark < marks.length && marks[nextMark]! < done) nextMark += 1;
    }
    this.#splicer.copyLines(block.subarray(done));
  }

  #redactLine(line: Buffer): void {
    if (line.length > WINDOW) {
      const longLine = new LongLine(this.#redactor, this.#splicer);
      let rest = line;
      while (rest.length >= WINDOW) rest = rest.subarray(longLine.window(rest.subarray(0, WINDOW)));
      longLine.end(rest);
      return;
    }
    const content = line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
    const { text, encoding } = decodeStretch(content);
    const found = this.#keyBlock.judge(text, this.#redactor.replacements(text), value =>
      this.#redactor.token('private-key', value),
    );
    this.#splicer.splice(line, text, encoding, found, 0);
  }
}
