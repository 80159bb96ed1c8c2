import { LOWER } from './byteClass.ts';

/**
 * Finds keywords by pairs of bytes: of every keyword, one pair at an even and one at an odd offset is chosen (the
 * rarest in ordinary text), so that a scan which looks at every second byte only meets one of them, wherever the
 * keyword stands.
 */
export interface KeywordTable {
  /** Pair (first byte · 256 + second) → 1 where a keyword may be. Case folded in. */
  isCandidate: Uint8Array;
  /** The keyword that stands around the pair at `at`, within `[from, to)`; calls `found` for each. */
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

/** Letters of English log text, most frequent first: the rank stands in for the frequency. */
const FREQUENT = 'etaoinsr0dl1c.2h -_u/:3mpg=45f68y79bwvkxjqz';

/**
 * Builds the table. `keywords` are lower-case ASCII; one byte is enough, three or more are fast.
 */
export function makeKeywordTable(keywords: readonly string[]): KeywordTable {
  const texts = keywords.map(keyword => Uint8Array.from(keyword, character => character.charCodeAt(0)));
  const candidatesOf = new Map<number, Candidate[]>();
  texts.forEach((text, keyword) => {
    for (const parity of [0, 1]) {
      const offset = rarestOffset(text, parity);
      for (const pair of pairsAt(text, offset)) {
        const list = candidatesOf.get(pair) ?? [];
        list.push({ keyword, offset });
        candidatesOf.set(pair, list);
      }
    }
  });
  const isCandidate = new Uint8Array(65_536);
  for (const pair of candidatesOf.keys()) isCandidate[pair] = 1;

  function match(
    bytes: Uint8Array,
    at: number,
    from: number,
    to: number,
    found: (keyword: number, start: number) => void,
  ): void {
    const candidates = candidatesOf.get((bytes[at]! << 8) | bytes[at + 1]!);
    if (!candidates) return;
    for (const { keyword, offset } of candidates) {
      const start = at - offset;
      if (start >= from && isAt(texts[keyword]!, bytes, start, to)) found(keyword, start);
    }
  }
  return { isCandidate, match };
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
    const rarity = rank(text[offset]!) + rank(text[offset + 1]!);
    if (rarity > bestRarity) {
      best = offset;
      bestRarity = rarity;
    }
  }
  return best;
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
