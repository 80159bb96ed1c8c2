import type { RedactionRule } from '../rule.ts';
import { assignmentAt } from './assignment.ts';
import { LOWER } from './byteClass.ts';
import { foldOf } from './fold.ts';
import { groupKeywords, isSoughtInWords } from './keywordGroups.ts';
import { makeKeywordTable } from './keywordTable.ts';
import { IN_TOKEN, LONG_TOKEN_STRIDE, longTokenEnd } from './longToken.ts';
import { PAIR_TRIGGERS, type PairTrigger, type Trigger } from './triggers.ts';
import { isInsideWord, isRun, isWord } from './wordEdges.ts';

/**
 * Told of each place where rules may find something. `rules` are indexes into the list the scanner was made from.
 * Returns where to go on reading; anything at or before `at` means: right behind.
 */
export interface Visitor {
  keyword(rules: readonly number[], at: number, length: number): number;
  trigger(trigger: Trigger, at: number): number;
}

export interface Scanner {
  /** Visits the places in `bytes[from, to)` in about ascending order. */
  scan(bytes: Uint8Array, from: number, to: number, visitor: Visitor): void;
}

/**
 * Compiles the keywords and triggers of the rules into one pass. A step takes two bytes and looks closer only where
 * three bytes in a row are known from a keyword, or two announce a shape: so that the speed hardly depends on how many
 * rules there are.
 */
export function createScanner(rules: readonly RedactionRule[]): Scanner {
  const keywords = groupKeywords(rules);
  const table = makeKeywordTable(
    keywords.map(group => ({ text: group.text, isInWords: isSoughtInWords(group) })),
  );
  const { keywordOf, offsetOf, probeAt, probeByte } = table;
  const wanted = new Set<Trigger>(['escape', ...rules.flatMap(rule => rule.trigger ?? [])]);
  const triggers = PAIR_TRIGGERS.filter(({ trigger }) => wanted.has(trigger));
  const byteCodesOf = byteCodes(triggers);

  /** Of the values that end at one place, how many were looked at: `key=key=key=…` is one value, not thousands. */
  const values = { end: -1, looks: 0 };

  /** Tells the visitor of a keyword, if what its rules ask for stands around it. */
  function visitKeyword(
    bytes: Uint8Array,
    from: number,
    to: number,
    keyword: number,
    start: number,
    visitor: Visitor,
  ): number {
    const { text, anywhere, asWord, atStart, assigned } = keywords[keyword]!;
    const end = start + text.length;
    let next = 0;
    const tell = (indexes: readonly number[]) => {
      next = Math.max(next, visitor.keyword(indexes, start, text.length));
    };
    if (anywhere.length > 0) tell(anywhere);
    if (asWord.length > 0 && isWord(bytes, start, end, from, to)) tell(asWord);
    if (atStart.length > 0 && !isInsideWord(bytes, start, from)) {
      for (const group of atStart) if (isRun(bytes, start, group.run, to)) tell(group.rules);
    }
    if (assigned.length > 0 && (start >= values.end || values.looks < MOST_LOOKS)) {
      const found = assignmentAt(bytes, start, text.length, from, to);
      const length = found ? found.valueEnd - found.valueStart : -1;
      if (found) {
        values.looks = start < values.end ? values.looks + 1 : 0;
        values.end = Math.max(values.end, found.valueEnd);
      }
      for (const group of assigned) if (length >= group.run) tell(group.rules);
    }
    return next;
  }

  /** Tells of the keywords around the three bytes at `at`. Returns where to go on, or something before. */
  function lookForKeywords(
    bytes: Uint8Array,
    at: number,
    from: number,
    to: number,
    first: number,
    visitor: Visitor,
  ): number {
    let next = 0;
    for (let k = first; keywordOf[k]! >= 0; k += 1) {
      if (LOWER[bytes[at + probeAt[k]!]!] !== probeByte[k]) continue;
      const start = at - offsetOf[k]!;
      if (start < from || !table.isAt(keywordOf[k]!, bytes, start, to)) continue;
      next = Math.max(next, visitKeyword(bytes, from, to, keywordOf[k]!, start, visitor));
    }
    return next;
  }

  /** Tells of the shapes that are announced (by their bits) at `at`. */
  function lookForShapes(
    bytes: Uint8Array,
    at: number,
    from: number,
    to: number,
    announced: number,
    visitor: Visitor,
  ): number {
    let next = 0;
    for (let rest = announced; rest !== 0; rest &= rest - 1) {
      const { trigger, test } = triggers[31 - Math.clz32(rest & -rest)]!;
      if (test(bytes, at, from, to)) next = Math.max(next, visitor.trigger(trigger, at));
    }
    return next;
  }

  /** Looks closer at the step at `at`: announced shapes by bits, from 0 those one byte behind it, from 8 two behind. */
  function look(
    bytes: Uint8Array,
    at: number,
    from: number,
    to: number,
    first: number,
    announced: number,
    visitor: Visitor,
  ): number {
    let next = first === 0 ? 0 : lookForKeywords(bytes, at, from, to, first, visitor);
    if ((announced & 0xff) !== 0)
      next = Math.max(next, lookForShapes(bytes, at + 1, from, to, announced & 0xff, visitor));
    if (announced > 0xff)
      next = Math.max(next, lookForShapes(bytes, at + 2, from, to, announced >> 8, visitor));
    return next;
  }

  function scan(bytes: Uint8Array, from: number, to: number, visitor: Visitor): void {
    // locals are faster than what the closure holds
    const codes = byteCodesOf;
    const { firstOf } = table;
    const last = to - 1;
    values.end = -1;
    let tokenEnd = from;
    /** Whether the byte before `i` has not been looked at together with it. */
    let isFresh = true;
    let i = from;
    while (i < last) {
      const blockEnd = Math.min(i + LONG_TOKEN_STRIDE, last);
      if (i >= tokenEnd && IN_TOKEN[bytes[i]!] === 1 && IN_TOKEN[bytes[blockEnd - 1]!] === 1) {
        const end = longTokenEnd(bytes, i, tokenEnd, from, to);
        tokenEnd = Math.abs(end);
        if (end > 0) {
          const next = visitor.trigger('long-token', i);
          if (next > i) {
            i = next;
            isFresh = true;
            continue;
          }
        }
      }
      let code = codes[bytes[i]!]!;
      if (isFresh) {
        const announced = (codes[i > from ? bytes[i - 1]! : NEWLINE]! >>> 8) & (code >>> 16);
        const next = (announced & 0xff) === 0 ? 0 : lookForShapes(bytes, i, from, to, announced, visitor);
        isFresh = next > i;
        if (next > i) i = next;
        if (isFresh) continue;
      }
      while (i < blockEnd) {
        const code1 = codes[bytes[i + 1]!]!;
        const code2 = codes[i + 2 < to ? bytes[i + 2]! : NEWLINE]!;
        const first = firstOf[((code & 31) << 10) | ((code1 & 31) << 5) | (code2 & 31)]!;
        const announced = (((code >> 8) & (code1 >> 16)) | (((code1 >> 8) & (code2 >> 16)) << 8)) & 0xffff;
        if ((first | announced) !== 0) {
          const next = look(bytes, i, from, to, first, announced, visitor);
          if (next > i) {
            i = next;
            isFresh = true;
            break;
          }
        }
        code = code2;
        i += 2;
      }
    }
  }
  return { scan };
}

/** Within one value. */
const MOST_LOOKS = 12;

/** What stands before the first byte and behind the last. */
const NEWLINE = 10;

/** Byte → its fold, and the triggers that it may announce as first byte (from bit 8) and as second (from bit 16). */
function byteCodes(triggers: readonly PairTrigger[]): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let code = foldOf(byte);
    triggers.forEach(({ isFirst, isSecond }, k) => {
      if (isFirst(byte)) code |= 1 << (8 + k);
      if (isSecond(byte)) code |= 1 << (16 + k);
    });
    return code;
  });
}
