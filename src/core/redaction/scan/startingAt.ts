import { LOWER } from './byteClass.ts';

/** First byte, in either case → the texts that begin with it, lower-case. */
export type TextsByFirstByte = readonly (readonly Uint8Array[] | undefined)[];

/** Sorts lower-case ASCII texts by their first byte, in their order. */
export function byFirstByte(texts: readonly string[]): TextsByFirstByte {
  const lists: Uint8Array[][] = [];
  for (const text of texts) {
    for (const first of new Set([text, text.toUpperCase()].map(written => written.charCodeAt(0)))) {
      const list = lists[first] ?? [];
      lists[first] = list;
      list.push(Uint8Array.from(text, character => character.charCodeAt(0)));
    }
  }
  return Array.from({ length: 256 }, (_, byte) => lists[byte]);
}

/** The first of the texts that stands at `at`, before `to`, whatever its case. */
export function startingAt(
  texts: TextsByFirstByte,
  bytes: Uint8Array,
  at: number,
  to: number,
): Uint8Array | undefined {
  return texts[bytes[at]!]?.find(text => startsWith(bytes, at, to, text));
}

function startsWith(bytes: Uint8Array, at: number, to: number, lowered: Uint8Array): boolean {
  if (at + lowered.length > to) return false;
  for (let i = 0; i < lowered.length; i += 1) if (LOWER[bytes[at + i]!] !== lowered[i]) return false;
  return true;
}
