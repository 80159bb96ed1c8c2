import { CLASS_OF, DIGIT, HEX, HIGH, LETTER, LOWER, NAME, SPACE, TOKEN, UPPER } from './byteClass.ts';

/**
 * Tests for shapes that have no literal to look for. Each is given a place where the shape may be and looks at a
 * bounded stretch of `[from, to)` around it. They may say yes too often, never no too often.
 */
export type ShapeTest = (bytes: Uint8Array, at: number, from: number, to: number) => boolean;

const REACH = 48;
const DOT = 46;
const COLON = 58;
const AT = 64;
const PERCENT = 37;
const BACKSLASH = 92;
const LOWER_U = 117;

/** `a@b.c`: the sign between characters of an address, with a dot behind. */
export const isMailSign: ShapeTest = (bytes, at, from, to) => {
  const sign = bytes[at] === AT ? at : at + 1;
  if (sign <= from || !isMailByte(bytes[sign - 1]!)) return false;
  const limit = Math.min(to, sign + 65);
  for (let i = sign + 1; i < limit; i += 1) {
    if (bytes[i] === DOT) return i > sign + 1;
    if (!isMailByte(bytes[i]!)) return false;
  }
  return false;
};

function isMailByte(byte: number): boolean {
  return has(byte, NAME | HIGH) || byte === PERCENT || byte === 43 || byte === 39;
}

/** `10.0.12.7`: three dots between groups of one to three digits. `at` is at the pair that holds one of the dots. */
export const isDottedQuad: ShapeTest = (bytes, at, from, to) => {
  const dot = bytes[at] === DOT ? at : at + 1;
  let start = dot;
  const left = Math.max(from, dot - 12);
  while (start > left && (has(bytes[start - 1]!, DIGIT) || bytes[start - 1] === DOT)) start -= 1;
  let dots = 0;
  const right = Math.min(to, dot + 13);
  for (let i = start; i < right; i += 1) {
    if (bytes[i] === DOT) dots += 1;
    else if (!has(bytes[i]!, DIGIT)) break;
    if (dots === 3) return true;
  }
  return false;
};

/** Hex groups between colons: five colons or `::`, as in IPv6 and MAC addresses; times have two. */
export const isColonGroup: ShapeTest = (bytes, at, from, to) => {
  const inGroup = (i: number) => has(bytes[i]!, HEX) || bytes[i] === COLON;
  let start = at;
  while (start > Math.max(from, at - REACH) && inGroup(start - 1)) start -= 1;
  let colons = 0;
  let isCompressed = false;
  let end = at;
  while (end < Math.min(to, at + REACH) && inGroup(end)) end += 1;
  for (let i = start; i < end; i += 1) {
    if (bytes[i] !== COLON) continue;
    colons += 1;
    isCompressed ||= bytes[i + 1] === COLON && i + 1 < end;
  }
  if (colons >= 5) return true;
  return (
    isCompressed &&
    !(start > from && has(bytes[start - 1]!, LETTER)) &&
    !(end < to && has(bytes[end]!, LETTER))
  );
};

/** `%4a`, `\\u0041`: an escape of a letter, a digit or `@`, behind which a keyword may hide. */
export const isEscape: ShapeTest = (bytes, at, from, to) => {
  if (bytes[at] === BACKSLASH) return isUnicodeEscape(bytes, at, to);
  if (bytes[at] === LOWER_U) return at > from && isUnicodeEscape(bytes, at - 1, to);
  const start = bytes[at] === PERCENT ? at : at + 1;
  if (bytes[start] !== PERCENT || start + 2 >= to || !has(bytes[start + 2]!, HEX)) return false;
  const high = bytes[start + 1]!;
  return high >= 52 && high <= 55 ? true : high === 51 && has(bytes[start + 2]!, DIGIT);
};

function isUnicodeEscape(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + 6 > to || bytes[at] !== BACKSLASH || bytes[at + 1] !== LOWER_U) return false;
  return bytes[at + 2] === 48 && bytes[at + 3] === 48 && has(bytes[at + 4]!, HEX) && has(bytes[at + 5]!, HEX);
}

/** Whether the run of base64 or hex characters around `at` is long, and mixed enough, to be a key or hide a text. */
export const isLongToken: ShapeTest = (bytes, at, from, to) => {
  let start = at;
  while (start > Math.max(from, at - 4096) && has(bytes[start - 1]!, TOKEN)) start -= 1;
  let end = at;
  while (end < Math.min(to, at + 4096) && has(bytes[end]!, TOKEN)) end += 1;
  if (end - start < MIN_LONG_TOKEN) return false;
  return hidesText(bytes, start, end) || (end - start >= 60 && isWholeLine(bytes, start, end, from, to));
};

/** Shortest run that `isLongToken` looks at: base64 of sixteen characters. */
export const MIN_LONG_TOKEN = 22;

/** A first look whether base64 or hex hides ASCII: no decoded byte of the first eighteen may be above 0x7f. */
function hidesText(bytes: Uint8Array, start: number, end: number): boolean {
  return mayBeHexText(bytes, start, end) || mayBeBase64Text(bytes, start, end);
}

function mayBeHexText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i + 1 < Math.min(end, start + 24); i += 2) {
    const high = bytes[i]!;
    if (high < 50 || high > 55 || !has(bytes[i + 1]!, HEX)) return false;
  }
  return true;
}

/** The first of four characters holds the top bits of a byte: below 0x80 it is `A`–`Z` or `a`–`f`. */
function mayBeBase64Text(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i + 3 < Math.min(end, start + 24); i += 4) {
    const first = bytes[i]!;
    if (!has(first, UPPER) && !(first >= 97 && first <= 102)) return false;
  }
  return true;
}

/** A line of nothing else, as in the body of a private key. */
function isWholeLine(bytes: Uint8Array, start: number, end: number, from: number, to: number): boolean {
  const before = start > from ? bytes[start - 1]! : 10;
  const after = end < to ? bytes[end]! : 10;
  return (has(before, SPACE) || before === 124 || before === 92) && !has(LOWER[after]!, NAME);
}

function has(byte: number, bits: number): boolean {
  return (CLASS_OF[byte]! & bits) !== 0;
}
