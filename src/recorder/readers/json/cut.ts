const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const BRACKETS = new Uint8Array(256);
for (const open of '{[') BRACKETS[open.charCodeAt(0)] = 1;
for (const close of '}]') BRACKETS[close.charCodeAt(0)] = 2;

const ENDS_SCALAR = new Uint8Array(256);
for (const byte of ',]}: \t\r\n') ENDS_SCALAR[byte.charCodeAt(0)] = 1;

/** Finds the end of one JSON value that may be spread over many chunks. Knows strings and nesting, nothing else. */
export class ValueCut {
  #depth = 0;
  #deepest = 0;
  #inString = false;
  #begun = false;

  /** Prepares for the value whose first byte comes next. */
  open(): void {
    this.#depth = 0;
    this.#deepest = 0;
    this.#inString = false;
    this.#begun = false;
  }

  /** How many brackets stood open at once. */
  get deepest(): number {
    return this.#deepest;
  }

  /** The index after the value's last byte, or `~i` when the bytes end at `i` and more are needed. */
  scan(bytes: Uint8Array, start: number): number {
    const end = bytes.length;
    let depth = this.#depth;
    let deepest = this.#deepest;
    let inString = this.#inString;
    let begun = this.#begun;
    let i = start;
    let done = false;
    while (i < end) {
      if (inString) {
        while (i < end && bytes[i] !== QUOTE && bytes[i] !== BACKSLASH) i++;
        if (i >= end) break;
        if (bytes[i] === BACKSLASH) {
          if (i + 1 >= end) break;
          i += 2;
          continue;
        }
        inString = false;
        i++;
        if (depth === 0) {
          done = true;
          break;
        }
        continue;
      }
      const byte = bytes[i] as number;
      const bracket = BRACKETS[byte];
      if (depth === 0 && begun && (byte === QUOTE || bracket !== 0 || ENDS_SCALAR[byte] === 1)) {
        done = true;
        break;
      }
      begun = true;
      i++;
      if (byte === QUOTE) inString = true;
      else if (bracket === 1) {
        if (++depth > deepest) deepest = depth;
      } else if (bracket === 2 && --depth === 0) {
        done = true;
        break;
      }
    }
    this.#depth = depth;
    this.#deepest = deepest;
    this.#inString = inString;
    this.#begun = begun;
    return done ? i : ~i;
  }
}
