import { ByteWindow } from './window.ts';

const NEWLINE = 0x0a;

/** A window on a byte stream that knows which line of the stream a byte is on. Ask in ascending order. */
export class LinedWindow {
  readonly #window = new ByteWindow();
  #line = 1;
  /** The first newline that is not counted yet; -1 when there is none so far. */
  #newline = -1;

  get bytes(): Buffer {
    return this.#window.bytes;
  }

  /** Adds a chunk after what is there. */
  append(chunk: Uint8Array): void {
    const known = this.bytes.length;
    this.#window.append(chunk);
    if (this.#newline < 0) this.#newline = this.bytes.indexOf(NEWLINE, known);
  }

  /** Forgets the first `count` bytes. */
  drop(count: number): void {
    this.lineOf(count);
    this.#window.drop(count);
    if (this.#newline >= 0) this.#newline -= count;
  }

  /** The 1-based line of the byte at `index`. */
  lineOf(index: number): number {
    while (this.#newline >= 0 && this.#newline < index) {
      this.#line++;
      this.#newline = this.bytes.indexOf(NEWLINE, this.#newline + 1);
    }
    return this.#line;
  }

  /** The bytes of `[from, to)` as text. */
  text(from: number, to: number): string {
    return this.bytes.toString('utf8', from, to);
  }
}
