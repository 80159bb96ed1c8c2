/**
 * The part of a byte stream that a parser still needs: bytes are appended at the end and dropped at the front, without
 * copying more than twice over all. `bytes` is only valid until the next `append`.
 */
export class ByteWindow {
  bytes: Buffer = Buffer.alloc(0);
  #storage: Buffer = Buffer.alloc(0);
  #start = 0;

  /** Adds a chunk after what is there. */
  append(chunk: Uint8Array): void {
    const kept = this.bytes.length;
    if (kept === 0) {
      this.bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      this.#storage = this.bytes;
      this.#start = 0;
      return;
    }
    const needed = kept + chunk.length;
    const owned = this.#storage !== this.bytes && this.#start + needed <= this.#storage.length;
    if (!owned) {
      const grown = Buffer.allocUnsafe(Math.max(needed * 2, 65_536));
      this.bytes.copy(grown, 0);
      this.#storage = grown;
      this.#start = 0;
    }
    this.#storage.set(chunk, this.#start + kept);
    this.bytes = this.#storage.subarray(this.#start, this.#start + needed);
  }

  /** Forgets the first `count` bytes. */
  drop(count: number): void {
    if (count === 0) return;
    const borrowed = this.#storage === this.bytes;
    this.bytes = this.bytes.subarray(count);
    this.#start += count;
    if (borrowed) this.#storage = this.bytes;
  }
}
