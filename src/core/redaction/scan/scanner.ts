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

  // What is being scanned. Held here and not handed from function to function, which would cost a third of the speed;
  // a scanner is not entered twice at a time.
  let bytes: Uint8Array = NOTHING;
  let from = 0;
  let to = 0;
  let visitor: Visitor;
  /** Of the values that end at one place, how many were looked at: `key=key=key=…` is one value, not thousands. */
  let valueEnd = -1;
  let valueLooks = 0;

  /** Tells the visitor of a keyword, if what its rules ask for stands around it. */
  function visitKeyword(keyword: number, start: number): number {
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
    if (assigned.length > 0 && (start >= valueEnd || valueLooks < MOST_LOOKS)) {
      const length = assignedLength(start, text.length);
      for (const group of assigned) if (length >= group.run) tell(group.rules);
    }
    return next;
  }

  /** The length of the value that is assigned to the name which holds the keyword, or -1. */
  function assignedLength(start: number, length: number): number {
    const found = assignmentAt(bytes, start, length, from, to);
    if (!found) return -1;
    valueLooks = start < valueEnd ? valueLooks + 1 : 0;
    valueEnd = Math.max(valueEnd, found.valueEnd);
    return found.valueEnd - found.valueStart;
  }

  /** Tells of the keywords around the three bytes at `at`. Returns where to go on, or something before. */
  function lookForKeywords(at: number, first: number): number {
    let next = 0;
    for (let k = first; keywordOf[k]! >= 0; k += 1) {
      if (LOWER[bytes[at + probeAt[k]!]!] !== probeByte[k]) continue;
      const start = at - offsetOf[k]!;
      if (start < from || !table.isAt(keywordOf[k]!, bytes, start, to)) continue;
      next = Math.max(next, visitKeyword(keywordOf[k]!, start));
    }
    return next;
  }

  /** Tells of the shapes that are announced (by their bits) at `at`. */
  function lookForShapes(at: number, announced: number): number {
    let next = 0;
    for (let rest = announced; rest !== 0; rest &= rest - 1) {
      const { trigger, test } = triggers[31 - Math.clz32(rest & -rest)]!;
      if (test(bytes, at, from, to)) next = Math.max(next, visitor.trigger(trigger, at));
    }
    return next;
  }

  /** Looks closer at the step at `at`: announced shapes by bits, from 0 those one byte behind it, from 8 two behind. */
  function look(at: number, first: number, announced: number): number {
    let next = first === 0 ? 0 : lookForKeywords(at, first);
    if ((announced & 0xff) !== 0) next = Math.max(next, lookForShapes(at + 1, announced & 0xff));
    if (announced > 0xff) next = Math.max(next, lookForShapes(at + 2, announced >> 8));
    return next;
  }

  /** Tells of the long run of key characters that `at` may be in. Returns where to go on, or something before. */
  function lookForLongToken(at: number, blockEnd: number): number {
    if (at < tokenEnd || IN_TOKEN[bytes[at]!] === 0 || IN_TOKEN[bytes[blockEnd - 1]!] === 0) return 0;
    const end = longTokenEnd(bytes, at, tokenEnd, from, to);
    tokenEnd = Math.abs(end);
    return end > 0 ? visitor.trigger('long-token', at) : 0;
  }
  let tokenEnd = 0;

  function walk(input: Uint8Array, start: number, end: number): void {
    // locals are faster than what the closure holds
    const codes = byteCodesOf;
    const { firstOf, behind } = table;
    const last = end - 1;
    /** Whether the byte before `i` has not been looked at together with it. */
    let isFresh = true;
    let i = start;
    while (i < last) {
      const blockEnd = Math.min(i + LONG_TOKEN_STRIDE, last);
      let code = codes[input[i]!]!;
      const announced = isFresh
        ? (codes[i > start ? input[i - 1]! : NEWLINE]! >> 8) & (code >> 16) & 0xff
        : 0;
      let next = lookForLongToken(i, blockEnd);
      if (announced !== 0) next = Math.max(next, lookForShapes(i, announced));
      isFresh = next > i;
      if (isFresh) i = next;
      while (i < blockEnd && !isFresh) {
        const code1 = codes[input[i + 1]!]!;
        const code2 = codes[i + 2 < end ? input[i + 2]! : NEWLINE]!;
        const triple = ((code & 31) << 10) | ((code1 & 31) << 5) | (code2 & 31);
        let first = firstOf[triple]!;
        if (first !== 0 && i + 3 < end && ((behind[triple]! >>> (codes[input[i + 3]!]! & 31)) & 1) === 0)
          first = 0;
        const shapes = (((code >> 8) & (code1 >> 16)) | (((code1 >> 8) & (code2 >> 16)) << 8)) & 0xffff;
        if ((first | shapes) !== 0) {
          next = look(i, first, shapes);
          isFresh = next > i;
        }
        code = code2;
        i = isFresh ? next : i + 2;
      }
    }
  }

  function scan(input: Uint8Array, start: number, end: number, told: Visitor): void {
    bytes = input;
    from = start;
    to = end;
    visitor = told;
    valueEnd = -1;
    tokenEnd = start;
    walk(input, start, end);
    bytes = NOTHING;
  }
  return { scan };
}

const NOTHING = new Uint8Array(0);

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
