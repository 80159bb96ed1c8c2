const NEWLINE = 10;

/** Bytes of a block of lines, about … */
const BLOCK = 1 << 20;
/** … and of the longest line that is still put into one. */
const LONGEST = 1 << 24;

/** A stream cut into blocks of whole lines, of which the last may lack its end. */
export class LineBlocks {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next block; undefined at the end, or where a line is too long: what then is left comes by `rest`. */
  async next(): Promise<Uint8Array | undefined> {
    while (this.#length <= LONGEST) {
      const { value: chunk, done } = await this.#chunks.next();
      if (done) return this.#take([]);
      this.#parts.push(chunk);
      this.#length += chunk.length;
      const end = chunk.lastIndexOf(NEWLINE) + 1;
      if (end === 0 || this.#length < BLOCK) continue;
      this.#parts[this.#parts.length - 1] = chunk.subarray(0, end);
      return this.#take([chunk.subarray(end)]);
    }
    return undefined;
  }

  /** What was read and given to nobody, and the rest of the stream. */
  async *rest(): AsyncGenerator<Uint8Array> {
    yield* this.#parts.splice(0);
    yield* { [Symbol.asyncIterator]: () => this.#chunks };
  }

  #take(left: Uint8Array[]): Uint8Array | undefined {
    const bytes = this.#length === 0 ? undefined : Buffer.concat(this.#parts);
    this.#parts = left;
    this.#length = left.reduce((sum, part) => sum + part.length, 0);
    return bytes;
  }
}
