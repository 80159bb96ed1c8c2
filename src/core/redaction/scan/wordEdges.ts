import { CLASS_OF, DIGIT, HEX, LETTER, UPPER } from './byteClass.ts';
import { SHORT_WORD } from './keywordGroups.ts';

const BACKSLASH = 92;
const PERCENT = 37;
const ESCAPE_LETTERS = new Set(Array.from('nrtbf', letter => letter.charCodeAt(0)));
/** Ends a run of key characters, besides white space and controls. */
const RUN_END = new Set(Array.from('"\'`<>(){}[];', character => character.charCodeAt(0)));
const ENDS_RUN = Uint8Array.from({ length: 256 }, (_, byte) => (byte <= 32 || RUN_END.has(byte) ? 1 : 0));

/** Whether a letter or digit stands before `start`; the ends of `\n` and of `%20` are none. */
export function isInsideWord(bytes: Uint8Array, start: number, from: number): boolean {
  if (start <= from || (CLASS_OF[bytes[start - 1]!]! & (LETTER | DIGIT)) === 0) return false;
  if (isEscapeLetter(bytes, start - 1, from)) return false;
  return !(start - 3 >= from && bytes[start - 3] === PERCENT && (CLASS_OF[bytes[start - 2]!]! & HEX) !== 0);
}

/** The `n` of `\n`, as in text within JSON. */
export function isEscapeLetter(bytes: Uint8Array, at: number, from: number): boolean {
  return at > from && bytes[at - 1] === BACKSLASH && ESCAPE_LETTERS.has(bytes[at]!);
}

/** Whether `[start, end)` is a word or, when it is no short one, a part that camel case, digits or marks divide from others. */
export function isWord(bytes: Uint8Array, start: number, end: number, from: number, to: number): boolean {
  const first = CLASS_OF[bytes[start]!]!;
  if ((first & (LETTER | DIGIT)) !== 0 && isInsideWord(bytes, start, from)) {
    const before = CLASS_OF[bytes[start - 1]!]!;
    const isHump = (first & UPPER) !== 0 && (before & UPPER) === 0 && end - start > SHORT_WORD;
    if ((first & DIGIT) !== 0 || ((before & LETTER) !== 0 && !isHump)) return false;
  }
  const last = CLASS_OF[bytes[end - 1]!]!;
  const after = end < to ? CLASS_OF[bytes[end]!]! : 0;
  if ((last & LETTER) === 0) return true;
  return (after & LETTER) === 0 || ((after & UPPER) !== 0 && (last & UPPER) === 0);
}

/** Whether at least `length` characters from `start` on hold no space, quote or bracket. */
export function isRun(bytes: Uint8Array, start: number, length: number, to: number): boolean {
  if (start + length > to) return false;
  for (let i = start; i < start + length; i += 1) if (ENDS_RUN[bytes[i]!] === 1) return false;
  return true;
}

/** Whether a digit stands in `bytes[start, end)`. */
export function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if ((CLASS_OF[bytes[i]!]! & DIGIT) !== 0) return true;
  return false;
}
