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

/** FNV-1a, step by step, so that words can be hashed from bytes as they are read. */
export const HASH_START = 0x811c9dc5;

/** The hash of what was read before, and one more unit. */
export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Over the UTF-16 units of a folded word. */
function hashOf(folded: string): number {
  let hash = HASH_START;
  for (let index = 0; index < folded.length; index++) hash = addToHash(hash, folded.charCodeAt(index));
  return hash;
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
export function mayHoldWord(filter: WordFilter, folded: string): boolean {
  return mayHoldHash(filter, hashOf(folded));
}

/** The same for a word of which only the hash is at hand. */
export function mayHoldHash({ bytes }: WordFilter, hash: number): boolean {
  for (let turn = 0; turn < HASHES; turn++) {
    const bit = bitOf(hash, turn, bytes.length * 8);
    if ((bytes[bit >>> 3]! & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Double hashing. Both hashes are mixed first, so that their high bits are worth as much as the low. */
function bitOf(hash: number, turn: number, size: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const step = (Math.imul(hash ^ (hash >>> 13), 0x9e3779b1) >>> 7) | 1;
  return (((mixed ^ (mixed >>> 13)) + turn * step) >>> 0) % size;
}
