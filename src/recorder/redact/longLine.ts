import type { Redactor } from '../../core/redaction/redactor.ts';
import { decodeStretch, wholeCharacters } from './decodeStretch.ts';
import type { Splicer } from './splicer.ts';

/** Lines up to this size are redacted whole; longer ones in windows of this size. */
export const WINDOW = 1 << 20;
/** The end of a window is left to the next one, so that what it cuts is seen whole there … */
const OVERLAP = 1 << 15;
/** … behind so much of what was written already, for context. */
const CONTEXT = 1 << 10;

/** Redacts one line that is too long to be held whole. */
export class LongLine {
  readonly #redactor: Redactor;
  readonly #splicer: Splicer;
  #context: Buffer = Buffer.alloc(0);
  #column = 0;

  constructor(redactor: Redactor, splicer: Splicer) {
    this.#redactor = redactor;
    this.#splicer = splicer;
  }

  /** Redacts most of a window; returns how many of its bytes. The rest must come first in the next. */
  window(bytes: Buffer): number {
    const whole = bytes.subarray(0, wholeCharacters(bytes));
    return this.#redact(whole, OVERLAP);
  }

  /** Redacts what is left of the line. */
  end(bytes: Buffer): void {
    this.#redact(bytes, 0);
  }

  #redact(bytes: Buffer, overlap: number): number {
    const contextText = decodeStretch(this.#context).text;
    const own = decodeStretch(bytes);
    const found = this.#redactor
      .replacements(contextText + own.text)
      .map(replacement => ({
        ...replacement,
        start: replacement.start - contextText.length,
        end: replacement.end - contextText.length,
      }))
      .filter(({ start }) => start >= 0);
    const cut = cutBefore(own.text.length - overlap, found, overlap > 0);
    const text = own.text.slice(0, cut);
    const size = own.encoding === 'latin1' ? cut : Buffer.byteLength(text);
    const taken = bytes.subarray(0, size);
    this.#splicer.splice(
      taken,
      text,
      own.encoding,
      found.filter(({ end }) => end <= cut),
      this.#column,
    );
    this.#column += cut;
    this.#context = Buffer.from(taken.subarray(contextStart(taken)));
    return size;
  }
}

/** A cut at `limit` or before, inside of none of the spans; behind a span that would leave nothing to take. */
function cutBefore(
  limit: number,
  found: readonly { start: number; end: number }[],
  mayMove: boolean,
): number {
  const crossed = mayMove ? found.find(({ start, end }) => start < limit && end > limit) : undefined;
  if (!crossed) return limit;
  return crossed.start > 0 ? crossed.start : crossed.end;
}

/** Where the last `CONTEXT` bytes begin, at a whole character. */
function contextStart(bytes: Uint8Array): number {
  let start = Math.max(0, bytes.length - CONTEXT);
  while (start < bytes.length && (bytes[start]! & 0xc0) === 0x80) start += 1;
  return start;
}
