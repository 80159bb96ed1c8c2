import type { Replacement } from '../../core/redaction/rule.ts';
import type { Decoded } from './decodeStretch.ts';

/** A replacement by where it was made: 1-based line, and 1-based column in UTF-16 units. */
export interface PlacedReplacement extends Omit<Replacement, 'start' | 'end'> {
  line: number;
  column: number;
}

export type OnReplacement = (replacement: PlacedReplacement) => void;

const NEWLINE = 10;
const FIRST_SIZE = 1 << 16;

/** Puts the output together: copied bytes and tokens. Counts lines, so that replacements know their place. */
export class Splicer {
  readonly #onReplacement: OnReplacement | undefined;
  #output = Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;
  #line = 1;

  constructor(onReplacement: OnReplacement | undefined) {
    this.#onReplacement = onReplacement;
  }

  get line(): number {
    return this.#line;
  }

  /** What was put together since the last call. */
  take(): Uint8Array {
    const taken = this.#output.subarray(0, this.#length);
    this.#output = Buffer.allocUnsafe(Math.max(FIRST_SIZE, this.#length));
    this.#length = 0;
    return taken;
  }

  copy(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#output.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  countLines(count: number): void {
    this.#line += count;
  }

  /** Copies bytes and counts the line ends in them. */
  copyLines(bytes: Uint8Array): void {
    this.copy(bytes);
    if (this.#onReplacement === undefined) return;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) this.#line += 1;
  }

  /** Copies `bytes` with tokens in place of what was found in `text`, their decoded form, `column` characters into the line. */
  splice(
    bytes: Uint8Array,
    text: string,
    encoding: Decoded['encoding'],
    found: readonly Replacement[],
    column: number,
  ): void {
    const bytesIn = (from: number, to: number) =>
      encoding === 'latin1' ? to - from : Buffer.byteLength(text.slice(from, to));
    let done = 0;
    let doneBytes = 0;
    for (const { start, end, ...replacement } of found) {
      const startByte = doneBytes + bytesIn(done, start);
      this.copy(bytes.subarray(doneBytes, startByte));
      this.#write(replacement.token);
      done = end;
      doneBytes = startByte + bytesIn(start, end);
      this.#onReplacement?.({ ...replacement, line: this.#line, column: column + start + 1 });
    }
    this.copy(bytes.subarray(doneBytes));
  }

  #write(token: string): void {
    this.#makeRoom(token.length * 3);
    this.#length += this.#output.write(token, this.#length);
  }

  #makeRoom(size: number): void {
    if (this.#length + size <= this.#output.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#output.length * 2, this.#length + size));
    larger.set(this.#output.subarray(0, this.#length));
    this.#output = larger;
  }
}
