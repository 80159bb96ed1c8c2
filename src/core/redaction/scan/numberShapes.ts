import { CLASS_OF, DIGIT, LETTER, UPPER } from './byteClass.ts';
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
const MOST_GROUPS = 7;
const GLUED_BEFORE = setOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/#%@-');
/** Byte → 1 for those behind which such a number may start, or an id that starts with letters. */
export const OPENS_NUMBER: Uint8Array = GLUED_BEFORE.map((glued, byte) =>
  glued === 0 || is(byte, LETTER) ? 1 : 0,
);
const SEPARATOR = setOf(' -./()');

/** Lengths of groups with what divides them. In order: cards; phones of North America; national ids; account numbers. */
const SIGNATURE =
  /^(?:4([ -])4\1(?:4\1[1-7]|4$|[2-4]$)|4[ -]6[ -][45]|(?:1[ .-])?3([ .-])3\2[47]|(?:1[ .-])?\(?3\) ?3[ .-]4|(?:1[ .-])3\)? ?3[ .-]4|3-2-4|2-8-1|3\.3\.3-2|2\.3\.3\/4-2|[12]\.3\.3-1|[68][-/]4|6-[37]|3\.4\.4\.2|2\.2\.2-3\.2|2 4 4 4)/;

function isGrouped(bytes: Uint8Array, start: number, from: number, to: number): boolean {
  if (digitsFrom(bytes, start, to) < FEWEST_DIGITS) return false;
  let signature = '';
  let digits = 0;
  let i = start;
  for (let groups = 0; groups < MOST_GROUPS; groups += 1) {
    const groupStart = i;
    while (i < to && is(bytes[i]!, DIGIT)) i += 1;
    if (i - groupStart > 9) return groups === 0 && isSolid(bytes, start, i, from, to);
    digits += i - groupStart;
    signature += i - groupStart;
    const separatorStart = i;
    while (i < to && i - separatorStart < 2 && SEPARATOR[bytes[i]!] === 1) i += 1;
    if (i === separatorStart || i >= to || !is(bytes[i]!, DIGIT)) {
      i = separatorStart;
      break;
    }
    for (let j = separatorStart; j < i; j += 1) signature += String.fromCharCode(bytes[j]!);
  }
  if (digits >= 9 && (isDialled(bytes, start) || (start > from && bytes[start - 1] === PLUS))) return true;
  if (digits >= 7 && isAlone(bytes, start, i, from, to)) return true;
  if (signature.length === 1) return digits >= 6 && isIdTail(bytes, i, to);
  return digits >= 8 && (SIGNATURE.test(signature) || (signature === '8' && bytes[i] === 45));
}

/** Six, with a letter behind, is the least that any of them has. */
const FEWEST_DIGITS = 6;

/** How many digits the groups from `start` on have; 0 for those that begin with a date: `2015-`, `2015/`, `2015.`. */
function digitsFrom(bytes: Uint8Array, start: number, to: number): number {
  const limit = Math.min(to, start + 24);
  let digits = 0;
  let gap = 0;
  for (let i = start; i < limit && gap < 3; i += 1) {
    if (is(bytes[i]!, DIGIT)) {
      digits += 1;
      gap = 0;
    } else if (SEPARATOR[bytes[i]!] === 1) {
      if (i === start + 4 && bytes[i] !== SPACE && isCentury(bytes, start)) return 0;
      gap += 1;
    } else break;
  }
  return digits;
}

function isCentury(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 50 ? bytes[start + 1] === ZERO : bytes[start] === 49 && bytes[start + 1] === 57;
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

/** The number is all there is on its line, as in an address block. */
function isAlone(bytes: Uint8Array, start: number, end: number, from: number, to: number): boolean {
  let left = start;
  while (
    left > from &&
    start - left < 12 &&
    bytes[left - 1] !== NEWLINE &&
    !is(bytes[left - 1]!, LETTER | DIGIT)
  )
    left -= 1;
  if (left > from && bytes[left - 1] !== NEWLINE) return false;
  let right = end;
  while (right < to && bytes[right] === SPACE) right += 1;
  return (
    right >= to ||
    bytes[right] === 13 ||
    bytes[right] === NEWLINE ||
    bytes[right] === 46 ||
    bytes[right] === 120
  );
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

function setOf(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
