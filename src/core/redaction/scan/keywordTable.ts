import { LOWER } from './byteClass.ts';

/**
 * Finds keywords by pairs of bytes: of every keyword, one pair at an even and one at an odd offset is chosen (the
 * rarest in ordinary text), so that a scan which looks at every second byte only meets one of them, wherever the
 * keyword stands. A third byte, behind or before the pair, sorts out most of the pairs that ordinary text is full of.
 */
export interface KeywordTable {
  /** Pair (first byte · 256 + second) → 1 where a keyword may be. Case folded in. */
  isCandidate: Uint8Array;
  /** Pair → bit set of what may stand behind it, by the lower five bits of the byte (which fold case). */
  behind: Int32Array;
  /** Pair → bit set of what may stand before it. A place is worth a look when either set says so. */
  before: Int32Array;
  /** Calls `found` for each keyword that stands around the pair at `at`, within `[from, to)`. */
  match(
    bytes: Uint8Array,
    at: number,
    from: number,
    to: number,
    found: (keyword: number, start: number) => void,
  ): void;
}

interface Candidate {
  keyword: number;
  /** Where in the keyword the pair stands; -1: the pair's second byte is the keyword's first. */
  offset: number;
}

/** Bytes of log text, most frequent first: the rank stands in for the frequency. */
const FREQUENT = 'etaoinsr0dl1c.2h -_u/:3mpg=45f68y79bwvkxjqz';
/** Pairs more frequent than their letters say. */
const FREQUENT_PAIRS = new Set(
  'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ta ec ss ec ut lo un ck ke ai'.split(
    ' ',
  ),
);
const ANYTHING = -1;

/** Builds the table. `keywords` are lower-case ASCII; two bytes are enough, three or more are fast. */
export function makeKeywordTable(keywords: readonly string[]): KeywordTable {
  const texts = keywords.map(keyword => Uint8Array.from(keyword, character => character.charCodeAt(0)));
  const isCandidate = new Uint8Array(65_536);
  const behind = new Int32Array(65_536);
  const before = new Int32Array(65_536);
  const lists: Candidate[][] = [[]];
  const listOf = new Uint16Array(65_536);
  texts.forEach((text, keyword) => {
    for (const parity of [0, 1]) {
      const offset = rarestOffset(text, parity);
      for (const pair of pairsAt(text, offset)) {
        if (listOf[pair] === 0) listOf[pair] = lists.push([]) - 1;
        lists[listOf[pair]!]!.push({ keyword, offset });
        isCandidate[pair] = 1;
        if (offset + 2 < text.length) behind[pair]! |= 1 << (text[offset + 2]! & 31);
        else if (offset > 0) before[pair]! |= 1 << (text[offset - 1]! & 31);
        else behind[pair] = ANYTHING;
      }
    }
  });

  function match(
    bytes: Uint8Array,
    at: number,
    from: number,
    to: number,
    found: (keyword: number, start: number) => void,
  ): void {
    const candidates = lists[listOf[(bytes[at]! << 8) | bytes[at + 1]!]!]!;
    for (const { keyword, offset } of candidates) {
      const start = at - offset;
      if (start >= from && isAt(texts[keyword]!, bytes, start, to)) found(keyword, start);
    }
  }
  return { isCandidate, behind, before, match };
}

function isAt(text: Uint8Array, bytes: Uint8Array, start: number, to: number): boolean {
  if (start + text.length > to) return false;
  for (let i = 0; i < text.length; i += 1) if (LOWER[bytes[start + i]!] !== text[i]) return false;
  return true;
}

/** The offset of the rarest pair that lies wholly in the keyword, at the parity; else one that half does. */
function rarestOffset(text: Uint8Array, parity: number): number {
  let best = parity === 1 ? -1 : 0;
  let bestRarity = -1;
  for (let offset = parity; offset + 1 < text.length; offset += 2) {
    const rarity = rarityOf(text[offset]!, text[offset + 1]!);
    if (rarity > bestRarity) {
      best = offset;
      bestRarity = rarity;
    }
  }
  return best;
}

function rarityOf(first: number, second: number): number {
  return FREQUENT_PAIRS.has(String.fromCharCode(first, second)) ? 0 : rank(first) + rank(second);
}

function rank(byte: number): number {
  const index = FREQUENT.indexOf(String.fromCharCode(byte));
  return index < 0 ? FREQUENT.length : index;
}

function pairsAt(text: Uint8Array, offset: number): number[] {
  const firsts = offset < 0 ? EVERY_BYTE : casesOf(text[offset]!);
  const seconds = offset + 1 >= text.length ? EVERY_BYTE : casesOf(text[offset + 1]!);
  return firsts.flatMap(first => seconds.map(second => (first << 8) | second));
}

const EVERY_BYTE = Array.from({ length: 256 }, (_, byte) => byte);

function casesOf(byte: number): number[] {
  return byte >= 97 && byte <= 122 ? [byte, byte - 32] : [byte];
}
