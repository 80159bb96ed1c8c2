import { CLASS_OF, DIGIT, LETTER, UPPER } from './byteClass.ts';
import { GROUPINGS, separatorCode, stepKey } from './groupings.ts';
import { setOf } from './setOf.ts';
import type { ShapeTest } from './shapes.ts';

/**
 * Numbers that may be a card, a phone, an account or a national id, by how they are grouped. Dates, times, epoch stamps,
 * sizes and counters, of which logs are full, are not. Needs no look at the digits, but for the checksum of cards.
 */
export const isNumberShape: ShapeTest = (bytes, at, from, to) => {
  const before = at > from ? bytes[at - 1]! : SPACE;
  if (is(before, UPPER)) return isIdWord(bytes, at, from, to);
  if (is(before, LETTER)) return isLowerAccount(bytes, at, from, to);
  return isGrouped(bytes, at, from, to);
};

const SPACE = 32;
const NEWLINE = 10;
const PLUS = 43;
const ZERO = 48;
const LOWER_X = 120;
const GLUED_BEFORE = setOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/#%@-');
/** Byte → 1 for those behind which such a number may start, or an id that starts with letters. */
export const OPENS_NUMBER: Uint8Array = GLUED_BEFORE.map((glued, byte) =>
  glued === 0 || is(byte, LETTER) ? 1 : 0,
);
const SEPARATOR = setOf(' -./()');

/** Reads group by group, along the known writings only: most numbers are done with after one or two. */
function isGrouped(bytes: Uint8Array, start: number, from: number, to: number): boolean {
  let end = runEnd(bytes, start, to, DIGIT);
  if (end - start > 9) return isSolid(bytes, start, end, from, to);
  const before = start > from ? bytes[start - 1]! : NEWLINE;
  if (end - start < 6 && before !== PLUS && !goesOn(bytes, end, to)) return false;
  if (before === PLUS || isDialled(bytes, start)) return countDigits(bytes, start, to) >= 9;
  if (isAlone(bytes, start, from, to)) return true;
  if (end - start >= 6 && isIdTail(bytes, end, to)) return true;
  for (let node = GROUPINGS.next.get(stepKey(0, end - start)); node; ) {
    if (node.ends === 'yes') return true;
    const separator = end < to ? separatorCode(bytes[end]!, bytes[end + 1]!) : 0;
    const next = end + (separator === TWO_BYTES ? 2 : 1);
    if (separator === 0 || next >= to || !is(bytes[next]!, DIGIT)) return node.ends === 'at end';
    end = runEnd(bytes, next, to, DIGIT);
    node = node.next.get(stepKey(separator, end - next));
  }
  return false;
}

/** Whether another group of digits may stand behind: most numbers are not divided. */
function goesOn(bytes: Uint8Array, end: number, to: number): boolean {
  if (end + 1 >= to || SEPARATOR[bytes[end]!] === 0) return false;
  const next = bytes[end + 1]!;
  return is(next, DIGIT) || SEPARATOR[next] === 1;
}

/** `) `: the only separator of two bytes. */
const TWO_BYTES = 6;

/** The digits of the groups from `start` on. */
function countDigits(bytes: Uint8Array, start: number, to: number): number {
  const limit = Math.min(to, start + 32);
  let digits = 0;
  for (let i = start; i < limit && (is(bytes[i]!, DIGIT) || SEPARATOR[bytes[i]!] === 1); i += 1) {
    if (is(bytes[i]!, DIGIT)) digits += 1;
  }
  return digits;
}

/** `0049 30 …`, `001-518-…`: an international prefix, a country, and a group behind. */
function isDialled(bytes: Uint8Array, start: number): boolean {
  const isPrefix = bytes[start] === ZERO && bytes[start + 1] === ZERO && bytes[start + 2] !== ZERO;
  return (
    isPrefix &&
    is(bytes[start + 2]!, DIGIT) &&
    (!is(bytes[start + 3]!, DIGIT) || !is(bytes[start + 5]!, DIGIT))
  );
}

/** A card's length and Luhn digit, or an id of eighteen digits, perhaps with a letter behind. */
function isSolid(bytes: Uint8Array, start: number, end: number, from: number, to: number): boolean {
  const length = end - start;
  if (start > from && bytes[start - 1] === PLUS && length < 16) return true;
  if (length > 19) return false;
  if (length === 18 || isIdTail(bytes, end, to)) return true;
  return length >= 12 && passesLuhn(bytes, start, end);
}

function passesLuhn(bytes: Uint8Array, start: number, end: number): boolean {
  let sum = 0;
  for (let i = end - 1, isDoubled = false; i >= start; i -= 1, isDoubled = !isDoubled) {
    const digit = bytes[i]! - 48;
    sum += isDoubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** One or two capitals behind the digits, or a capital and more digits, and then no more of a word: `12345678Z`. */
function isIdTail(bytes: Uint8Array, end: number, to: number): boolean {
  let i = end;
  if (i < to && bytes[i] === 45) i += 1;
  if (i >= to || !is(bytes[i]!, UPPER)) return false;
  while (i < to && i - end < 8 && is(bytes[i]!, UPPER | DIGIT)) i += 1;
  return i >= to || !is(bytes[i]!, LETTER | DIGIT);
}

/** Seven digits or more are all there is on the line, as in an address block. */
function isAlone(bytes: Uint8Array, start: number, from: number, to: number): boolean {
  let left = start;
  while (
    left > from &&
    start - left < 12 &&
    bytes[left - 1] !== NEWLINE &&
    !is(bytes[left - 1]!, LETTER | DIGIT)
  )
    left -= 1;
  if (left > from && bytes[left - 1] !== NEWLINE) return false;
  let end = start;
  const limit = Math.min(to, start + 32);
  while (end < limit && (is(bytes[end]!, DIGIT) || SEPARATOR[bytes[end]!] === 1)) end += 1;
  const after = end < to ? bytes[end]! : NEWLINE;
  return (after === NEWLINE || after === 13 || after === LOWER_X) && countDigits(bytes, start, to) >= 7;
}

/**
 * A word of capitals and digits that starts with capitals, as ids and account numbers do: `AB123456C`,
 * `DE89370400440532013000`, `GB29 NWBK 6016`.
 */
function isIdWord(bytes: Uint8Array, digit: number, from: number, to: number): boolean {
  let start = digit;
  while (start > from && digit - start < 7 && is(bytes[start - 1]!, UPPER)) start -= 1;
  if (start > from && (GLUED_BEFORE[bytes[start - 1]!] === 1 || is(bytes[start - 1]!, DIGIT))) return false;
  let end = digit;
  let digits = 0;
  while (end < to && end - start <= 34 && is(bytes[end]!, UPPER | DIGIT)) {
    if (is(bytes[end]!, DIGIT)) digits += 1;
    end += 1;
  }
  const length = end - start;
  const isAccount = digit - start === 2 && digits >= 2 && is(bytes[digit + 1]!, DIGIT);
  if (
    isAccount &&
    (length === 4 ? end + 4 < to && (bytes[end] === SPACE || bytes[end] === 45) : length >= 15)
  )
    return true;
  return length >= 8 && length <= 18 && digits >= 4 && (end >= to || !is(bytes[end]!, LETTER));
}

/** `de89370400440532013000`, `gb42nawi04454264788619`: a country, check digits, perhaps a bank's four letters, digits. */
function isLowerAccount(bytes: Uint8Array, digit: number, from: number, to: number): boolean {
  const start = digit - 2;
  if (start < from || !is(bytes[start]!, LETTER) || (start > from && is(bytes[start - 1]!, LETTER | DIGIT)))
    return false;
  const checkEnd = runEnd(bytes, digit, to, DIGIT);
  const bankEnd = checkEnd - digit === 2 ? runEnd(bytes, checkEnd, to, LETTER) : checkEnd;
  if (bankEnd !== checkEnd && bankEnd - checkEnd !== 4) return false;
  const end = bankEnd === checkEnd ? checkEnd : runEnd(bytes, bankEnd, to, DIGIT);
  return end - digit >= 13 && (end >= to || !is(bytes[end]!, LETTER));
}

function runEnd(bytes: Uint8Array, start: number, to: number, kind: number): number {
  let end = start;
  while (end < to && end - start < 32 && is(bytes[end]!, kind)) end += 1;
  return end;
}

function is(byte: number, bits: number): boolean {
  return (CLASS_OF[byte]! & bits) !== 0;
}
