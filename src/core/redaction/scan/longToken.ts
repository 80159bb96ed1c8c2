import { CLASS_OF, HEX, NAME, SPACE, TOKEN, UPPER } from './byteClass.ts';

/** Shortest run that is looked at: base64 of sixteen characters. */
const SHORTEST = 22;
/** A run of that length holds two places of a grid with this width, whatever its start. */
export const LONG_TOKEN_STRIDE = SHORTEST / 2 + 1;
/** Of a long run that covers a stretch of the stride, so many bytes stand before it or behind it. */
export const TOKEN_MARGIN = (SHORTEST - LONG_TOKEN_STRIDE) / 2;
/** Shortest line of a private key, and the shortest that is padded: the last. */
const SHORTEST_LINE = 60;
const SHORTEST_PADDED_LINE = 32;
const PADDING = 61;
const REACH = 4096;

/** Byte → 1 for those that base64 (both alphabets) and hex are made of. */
export const IN_TOKEN: Uint8Array = CLASS_OF.map(bits => ((bits & TOKEN) === 0 ? 0 : 1));

/**
 * Where the run of key characters around `at` ends; the negative of it when the run is neither worth decoding nor alone on
 * its line as in a private key. Reads back to `done` at most, where the run before ended, so that a scan stays linear.
 */
export function longTokenEnd(bytes: Uint8Array, at: number, done: number, from: number, to: number): number {
  let start = at;
  const left = Math.max(from, done, at - REACH);
  while (start > left && IN_TOKEN[bytes[start - 1]!] === 1) start -= 1;
  let end = at;
  const right = Math.min(to, at + REACH);
  while (end < right && IN_TOKEN[bytes[end]!] === 1) end += 1;
  if (end - start < SHORTEST) return -end;
  const isWorthALook =
    mayBeHexText(bytes, start, end) ||
    mayBeBase64Text(bytes, start, end) ||
    (end - start >= (bytes[end] === PADDING ? SHORTEST_PADDED_LINE : SHORTEST_LINE) &&
      isWholeLine(bytes, start, end, from, to));
  return isWorthALook ? end : -end;
}

/** Hex of ASCII: every first digit is 2 to 7. Digests and trace ids fail within a few digits. */
function mayBeHexText(bytes: Uint8Array, start: number, end: number): boolean {
  const limit = Math.min(end - 1, start + 24);
  for (let i = start; i < limit; i += 2) {
    const high = bytes[i]!;
    if (high < 50 || high > 55 || (CLASS_OF[bytes[i + 1]!]! & HEX) === 0) return false;
  }
  return true;
}

/** The first of four characters holds the top bits of a byte: below 0x80 it is `A`–`Z` or `a`–`f`. */
function mayBeBase64Text(bytes: Uint8Array, start: number, end: number): boolean {
  const limit = Math.min(end - 3, start + 24);
  for (let i = start; i < limit; i += 4) {
    const first = bytes[i]!;
    if ((CLASS_OF[first]! & UPPER) === 0 && (first < 97 || first > 102)) return false;
  }
  return true;
}

/** Space, `|` or a backslash before, and nothing of a word behind. */
function isWholeLine(bytes: Uint8Array, start: number, end: number, from: number, to: number): boolean {
  const before = start > from ? bytes[start - 1]! : 10;
  const after = end < to ? bytes[end]! : 10;
  return (
    ((CLASS_OF[before]! & SPACE) !== 0 || before === 124 || before === 92) && (CLASS_OF[after]! & NAME) === 0
  );
}
