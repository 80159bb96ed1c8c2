import { CLASS_OF, DIGIT, HEX, HIGH, LETTER, NAME, SPACE } from './byteClass.ts';

/**
 * Tests for shapes that have no literal to look for. Each is given a place where the shape may be and looks at a
 * bounded stretch of `[from, to)` around it. They may say yes too often, never no too often.
 */
export type ShapeTest = (bytes: Uint8Array, at: number, from: number, to: number) => boolean;

const REACH = 48;
const DOT = 46;
const COLON = 58;
const BACKSLASH = 92;
const LOWER_U = 117;

/** `a@b.c`, `@anna`, `scheme://user:password@host`: the sign in an address, before a name, behind a password. */
export const isAddressSign: ShapeTest = (bytes, at, from, to) =>
  isMailSign(bytes, at, from, to) || isUrlSign(bytes, at, from);

/** The sign between characters of an address, with a dot behind; or at the start of a small word. */
function isMailSign(bytes: Uint8Array, sign: number, from: number, to: number): boolean {
  if (sign <= from || has(bytes[sign - 1]!, SPACE)) return sign + 1 < to && isSmallLetter(bytes[sign + 1]!);
  if (!isMailByte(bytes[sign - 1]!)) return false;
  const limit = Math.min(to, sign + 65);
  for (let i = sign + 1; i < limit; i += 1) {
    if (bytes[i] === DOT) return i > sign + 1;
    if (!isMailByte(bytes[i]!)) return false;
  }
  return false;
}

function isSmallLetter(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

/** A colon and, before it, two slashes, without a space between. */
function isUrlSign(bytes: Uint8Array, sign: number, from: number): boolean {
  const left = Math.max(from, sign - MAX_USER_INFO);
  let hasPassword = false;
  for (let i = sign - 1; i > left && bytes[i]! > 32 && bytes[i] !== AT; i -= 1) {
    if (bytes[i] === SLASH) return hasPassword && bytes[i - 1] === SLASH;
    if (bytes[i] === COLON) hasPassword = true;
  }
  return false;
}

const MAX_USER_INFO = 270;
const SLASH = 47;
const AT = 64;

function isMailByte(byte: number): boolean {
  return has(byte, NAME | HIGH) || byte === 37 || byte === 43 || byte === 39;
}

/** `10.0.12.7`: `at` is at the first of three dots between groups of one to three digits. */
export const isDottedQuad: ShapeTest = (bytes, at, _from, to) => {
  let i = at;
  for (let dots = 1; dots < 3; dots += 1) {
    const group = i + 1;
    i = group;
    while (i < to && i - group < 4 && has(bytes[i]!, DIGIT)) i += 1;
    if (i === group || i - group > 3 || i >= to || bytes[i] !== DOT) return false;
  }
  return i + 1 < to && has(bytes[i + 1]!, DIGIT);
};

/**
 * Hex groups between colons: five colons or `::`, as in IPv6 and MAC addresses; times have two. `at` is at a
 * colon; only the first colon of a group, and the first of `::`, are looked at.
 */
export const isColonGroup: ShapeTest = (bytes, at, from, to) => {
  if (!mayHoldColons(bytes, at, to)) return false;
  if (bytes[at - 1] === COLON && at - 2 >= from && bytes[at - 2] === COLON) return false;
  const first = bytes[at - 1] === COLON ? at - 1 : at;
  let start = first;
  while (start > from && first - start < 5 && has(bytes[start - 1]!, HEX)) start -= 1;
  if (start > from && bytes[start - 1] === COLON && bytes[first + 1] !== COLON) return false;
  let colons = 0;
  let isCompressed = false;
  let end = first;
  const limit = Math.min(to, first + REACH);
  for (; end < limit; end += 1) {
    if (bytes[end] !== COLON) {
      if (!has(bytes[end]!, HEX)) break;
      continue;
    }
    colons += 1;
    isCompressed ||= end + 1 < to && bytes[end + 1] === COLON;
  }
  if (colons >= 5) return true;
  if (!isCompressed) return false;
  return !(start > from && has(bytes[start - 1]!, LETTER)) && !(end < to && has(bytes[end]!, LETTER));
};

/** A further colon next to `at`, or behind each of two groups: the clock and `key:value` have not. */
function mayHoldColons(bytes: Uint8Array, at: number, to: number): boolean {
  if (bytes[at - 1] === COLON) return true;
  let i = at + 1;
  for (let groups = 0; groups < 2; groups += 1) {
    const group = i;
    while (i < to && i - group < 5 && has(bytes[i]!, HEX)) i += 1;
    if (i >= to || bytes[i] !== COLON) return false;
    if (i === group) return true;
    i += 1;
  }
  return true;
}

/** `%4a`, `\\u0041`: an escape of a letter, a digit or `@`, behind which a keyword may hide. */
export const isEscape: ShapeTest = (bytes, at, _from, to) => {
  const start = at - 1;
  if (bytes[start] === BACKSLASH) return isUnicodeEscape(bytes, start, to);
  if (start + 2 >= to || !has(bytes[start + 2]!, HEX)) return false;
  const high = bytes[start + 1]!;
  return high >= 52 && high <= 55 ? true : high === 51 && has(bytes[start + 2]!, DIGIT);
};

function isUnicodeEscape(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + 6 > to || bytes[at] !== BACKSLASH || bytes[at + 1] !== LOWER_U) return false;
  return bytes[at + 2] === 48 && bytes[at + 3] === 48 && has(bytes[at + 4]!, HEX) && has(bytes[at + 5]!, HEX);
}

function has(byte: number, bits: number): boolean {
  return (CLASS_OF[byte]! & bits) !== 0;
}
