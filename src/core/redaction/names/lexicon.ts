import { COMMON_WORDS, GIVEN_NAMES, PLACES, SURNAMES } from './filters.ts';
import { functionWords, notNames } from './notNames.ts';
import { foldWord, makeWordFilter, mayHoldHash, mayHoldWord, type WordFilter } from './wordFilter.ts';

/** What the dictionaries know of a word, as bits. */
export const GIVEN = 1;
export const SURNAME = 2;
export const COMMON = 4;
export const PLACE = 8;
/** A product, a month, a log level …: capitalised, in no dictionary, and no person. */
export const NOT_NAME = 16;
/** A pronoun, an article, an auxiliary …: never part of a name, though some dictionary has a Can or a The. */
export const FUNCTION = 32;

function unpack(base64: string): WordFilter {
  return { bytes: Uint8Array.fromBase64(base64) };
}

const common = unpack(COMMON_WORDS);

const dictionaries: readonly (readonly [number, WordFilter])[] = [
  [GIVEN, unpack(GIVEN_NAMES)],
  [SURNAME, unpack(SURNAMES)],
  [COMMON, common],
  [PLACE, unpack(PLACES)],
];

const everyday: readonly WordFilter[] = [makeWordFilter(new Set([...notNames, ...functionWords])), common];

/** Whether a word with this hash is in English, or known as no name: then it begins none without a cue. */
export function isEverydayHash(hash: number): boolean {
  const slot = hash & (SLOTS - 1);
  if (slotHash[slot] !== hash) {
    slotHash[slot] = hash;
    slotAnswer[slot] = everyday.some(filter => mayHoldHash(filter, hash)) ? 1 : 0;
  }
  return slotAnswer[slot] === 1;
}

/** Logs repeat their words: the latest answers, by the low bits of the hash. No word has hash 0. */
const SLOTS = 8192;
const slotHash = new Int32Array(SLOTS);
const slotAnswer = new Uint8Array(SLOTS);

/** No English word has an accent: Ján is not the month. */
const isAscii = /^[\0-\x7f]*$/;

/** Texts repeat their words. Emptied when full. */
const memory = new Map<string, number>();
const MEMORY_SIZE = 8192;

/** Bits of a word, however it is written: `Szöllösy` and `szollosy` are the same. */
export function knownAs(word: string): number {
  let bits = memory.get(word);
  if (bits === undefined) {
    if (memory.size >= MEMORY_SIZE) memory.clear();
    bits = lookUp(word.toLowerCase());
    memory.set(word, bits);
  }
  return bits;
}

function lookUp(lower: string): number {
  if (functionWords.has(lower)) return FUNCTION | COMMON;
  const bits = (notNames.has(lower) ? NOT_NAME : 0) | bitsOf(foldWord(lower));
  if (!isAscii.test(lower)) return bits & ~COMMON;
  return lower.includes('-') ? bits | partsOf(lower) : bits;
}

function bitsOf(folded: string): number {
  return dictionaries.reduce((bits, [bit, filter]) => (mayHoldWord(filter, folded) ? bits | bit : bits), 0);
}

/** `Follow-up` and `de-registration` are common, `Mette-Marit` is given: what all parts are (short prefixes aside). */
function partsOf(word: string): number {
  return word
    .split('-')
    .filter(part => part.length > 2)
    .reduce((bits, part) => bits & bitsOf(part), GIVEN | SURNAME | COMMON);
}
