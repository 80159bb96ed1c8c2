/**
 * A Bloom filter over folded words: says yes for every word it was made from, and for about one in 800 others.
 */
export interface WordFilter {
  bytes: Uint8Array;
}

const MARKS = /\p{M}/gu;

/** The form in which words are compared: lower case, without accents. Letters such as ø, ł and þ have none to lose. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  for (let index = 0; index < lower.length; index++) {
    if (lower.charCodeAt(index) > 127) return lower.normalize('NFD').replace(MARKS, '');
  }
  return lower;
}

/** FNV-1a over the UTF-16 units of a folded word, then mixed so that the high bits are worth as much as the low. */
function hashOf(folded: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < folded.length; index++) {
    hash = Math.imul(hash ^ folded.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Bits that a word is given: fourteen make one in 800 strange words look known. */
const BITS_PER_WORD = 14;
const HASHES = 10;

/** `words` are folded. */
export function makeWordFilter(words: ReadonlySet<string>): WordFilter {
  const bytes = new Uint8Array(Math.ceil((words.size * BITS_PER_WORD) / 8));
  for (const word of words) {
    const hash = hashOf(word);
    for (let turn = 0; turn < HASHES; turn++) {
      const bit = bitOf(hash, turn, bytes.length * 8);
      bytes[bit >>> 3]! |= 1 << (bit & 7);
    }
  }
  return { bytes };
}

/** Whether the folded word is in the filter (or looks as if). */
export function mayHoldWord({ bytes }: WordFilter, folded: string): boolean {
  const hash = hashOf(folded);
  for (let turn = 0; turn < HASHES; turn++) {
    const bit = bitOf(hash, turn, bytes.length * 8);
    if ((bytes[bit >>> 3]! & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Double hashing: the second hash is the first one mixed again. */
function bitOf(hash: number, turn: number, size: number): number {
  const step = (Math.imul(hash, 0x9e3779b1) >>> 7) | 1;
  return ((hash + turn * step) >>> 0) % size;
}
