import { CLASS_OF, DIGIT } from './byteClass.ts';

const COLON = 58;
const DOT = 46;
const COMMA = 44;
const SPACE = 32;
const T = 84;
const DASH = 45;
const SLASH = 47;

/** Byte → 1 for a digit. */
const IS_DIGIT: Uint8Array = CLASS_OF.map(bits => ((bits & DIGIT) === 0 ? 0 : 1));

/**
 * Where the time of day ends that starts at `at`, with its date before it and its fraction behind it, or 0 when there is
 * none: `2024-05-01T10:00:00.123`, `10:00:00,5`. Nothing that is looked for starts in one, and logs are full of them.
 */
export function stampEnd(bytes: Uint8Array, at: number, to: number): number {
  if (at + 8 > to) return 0;
  if (bytes[at + 2] === COLON) return clockEnd(bytes, at, to);
  if (!isDate(bytes, at, to)) return 0;
  const between = bytes[at + 10];
  return between === T || between === SPACE ? clockEnd(bytes, at + 11, to) : 0;
}

/** `2024-05-01`, `2024/05/01`, with room for a clock behind. */
function isDate(bytes: Uint8Array, at: number, to: number): boolean {
  const mark = bytes[at + 4];
  if ((mark !== DASH && mark !== SLASH) || bytes[at + 7] !== mark || at + 19 > to) return false;
  return arePair(bytes, at) && arePair(bytes, at + 2) && arePair(bytes, at + 5) && arePair(bytes, at + 8);
}

/** `10:00:00`, with `.123` behind; no part of an address in groups. */
function clockEnd(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return 0;
  if (!arePair(bytes, at) || !arePair(bytes, at + 3) || !arePair(bytes, at + 6)) return 0;
  let end = at + 8;
  if (bytes[end] === DOT || bytes[end] === COMMA) {
    end += 1;
    while (end < to && IS_DIGIT[bytes[end]!] === 1) end += 1;
  }
  const after = end < to ? bytes[end]! : SPACE;
  return after === COLON || after === DOT || IS_DIGIT[after] === 1 ? 0 : end;
}

function arePair(bytes: Uint8Array, at: number): boolean {
  return (IS_DIGIT[bytes[at]!]! & IS_DIGIT[bytes[at + 1]!]!) === 1;
}
