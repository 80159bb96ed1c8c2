import { LOWER } from './byteClass.ts';
import { FOLDS, foldOf, isLetterFold } from './fold.ts';

/**
 * Finds keywords by three bytes in a row: of every keyword, three at an even and three at an odd offset are chosen (the
 * rarest in ordinary text), so that a scan which takes two bytes a step meets one of them, wherever the keyword stands.
 * Bytes are folded to 32 codes first, so that the table stays within the first cache.
 */
export interface KeywordTable {
  /** Three folded bytes → where their candidates begin in the lists below; 0: none. */
  firstOf: Uint16Array;
  /** Per candidate: its keyword (-1 ends a list), how far before the three bytes that starts … */
  keywordOf: Int16Array;
  offsetOf: Int8Array;
  /** … and one more byte to look at before the whole keyword is compared: where, from the three bytes, and which. */
  probeAt: Int8Array;
  probeByte: Uint8Array;
  /** Whether the keyword stands at `start`, before `to`. */
  isAt(keyword: number, bytes: Uint8Array, start: number, to: number): boolean;
}

interface Candidate {
  keyword: number;
  /** Where in the keyword the three bytes stand; -1: they begin with the byte before it. */
  offset: number;
}

/** Folded bytes of log text, most frequent first: the rank stands in for the frequency. */
const FREQUENT = '0/ .-:etaoinsrdlchumpgfybwv_$kxjqz';
/** Pairs more frequent than their letters say. */
const FREQUENT_PAIRS = new Set(
  'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ta ec ss ut lo un ck ke ai'.split(
    ' ',
  ),
);

export interface TableKeyword {
  /** Lower-case ASCII, three bytes or more. */
  text: string;
  /** Whether a letter may stand before it. */
  isInWords: boolean;
}

/** Builds the table. */
export function makeKeywordTable(keywords: readonly TableKeyword[]): KeywordTable {
  const texts = keywords.map(({ text }) => Uint8Array.from(text, character => character.charCodeAt(0)));
  const lists = new Map<number, Candidate[]>();
  texts.forEach((text, keyword) => {
    for (const parity of [0, 1]) {
      const offset = rarestOffset(text, parity);
      for (const triple of triplesAt(text, offset, keywords[keyword]!.isInWords)) {
        lists.set(triple, [...(lists.get(triple) ?? []), { keyword, offset }]);
      }
    }
  });
  return { ...layOut(lists, texts), isAt: (keyword, bytes, start, to) => isAt(texts[keyword]!, bytes, start, to) };
}

/** The lists one behind the other in flat arrays, each closed by -1. */
function layOut(
  lists: ReadonlyMap<number, readonly Candidate[]>,
  texts: readonly Uint8Array[],
): Omit<KeywordTable, 'isAt'> {
  const size = [...lists.values()].reduce((sum, list) => sum + list.length + 1, 1);
  const firstOf = new Uint16Array(FOLDS ** 3);
  const keywordOf = new Int16Array(size).fill(-1);
  const offsetOf = new Int8Array(size);
  const probeAt = new Int8Array(size);
  const probeByte = new Uint8Array(size);
  let next = 1;
  for (const [triple, list] of lists) {
    firstOf[triple] = next;
    for (const { keyword, offset } of list) {
      const text = texts[keyword]!;
      const probe = farthestFrom(offset, text.length);
      keywordOf[next] = keyword;
      offsetOf[next] = offset;
      probeAt[next] = probe - offset;
      probeByte[next] = text[probe]!;
      next += 1;
    }
    next += 1;
  }
  return { firstOf, keywordOf, offsetOf, probeAt, probeByte };
}

/** The first or last byte of a keyword, whichever the three bytes say less about. */
function farthestFrom(offset: number, length: number): number {
  return offset > length - 3 - offset ? 0 : length - 1;
}

function isAt(text: Uint8Array, bytes: Uint8Array, start: number, to: number): boolean {
  if (start + text.length > to) return false;
  for (let i = 0; i < text.length; i += 1) if (LOWER[bytes[start + i]!] !== text[i]) return false;
  return true;
}

/** The offset, at the parity, of the rarest three bytes that lie wholly in the keyword; -1 when none do. */
function rarestOffset(text: Uint8Array, parity: number): number {
  let best = -1;
  let bestRarity = -1;
  for (let offset = parity; offset + 2 < text.length; offset += 2) {
    const [a, b, c] = [text[offset]!, text[offset + 1]!, text[offset + 2]!];
    const rarity =
      rank(a) + rank(b) + rank(c) - (isFrequent(a, b) ? 20 : 0) - (isFrequent(b, c) ? 20 : 0) + 40;
    if (rarity > bestRarity) {
      best = offset;
      bestRarity = rarity;
    }
  }
  return best;
}

function isFrequent(first: number, second: number): boolean {
  return FREQUENT_PAIRS.has(String.fromCharCode(first, second));
}

function rank(byte: number): number {
  if (foldOf(byte) === foldOf(DIGIT)) return 0;
  const index = FREQUENT.indexOf(String.fromCharCode(byte));
  return index < 0 ? 1 : index;
}

const DIGIT = 48;

function triplesAt(text: Uint8Array, offset: number, isInWords: boolean): number[] {
  const folded = Array.from(text, foldOf);
  if (offset >= 0) return [tripleOf(folded[offset]!, folded[offset + 1]!, folded[offset + 2]!)];
  const before = EVERY_FOLD.filter(fold => isInWords || !isLetterFold(fold));
  return before.map(fold => tripleOf(fold, folded[0]!, folded[1]!));
}

const EVERY_FOLD = Array.from({ length: FOLDS }, (_, fold) => fold);

function tripleOf(first: number, second: number, third: number): number {
  return (first << 10) | (second << 5) | third;
}
