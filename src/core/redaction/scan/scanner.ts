import type { RedactionRule } from '../rule.ts';
import { type Assignment, assignmentAt } from './assignment.ts';
import { LOWER } from './byteClass.ts';
import { foldOf } from './fold.ts';
import { groupKeywords, isSoughtInWords, type RuleGroup } from './keywordGroups.ts';
import { makeKeywordTable } from './keywordTable.ts';
import { IN_TOKEN, LONG_TOKEN_STRIDE, longTokenEnd, TOKEN_MARGIN } from './longToken.ts';
import { KIND_OF, kindsKey, makeShapeGate } from './shapeGate.ts';
import { stampEnd } from './stamp.ts';
import { isShapeAt, PAIR_TRIGGERS, type Trigger } from './triggers.ts';
import { hasDigit, isInsideWord, isRun, isWord } from './wordEdges.ts';

/**
 * Told of each place where rules may find something. `rules` are indexes into the list the scanner was made from.
 * Returns where to go on reading; anything at or before `at` means: right behind.
 */
export interface Visitor {
  /** A keyword around which the rules are to be searched for. */
  around(rules: readonly number[], at: number): number;
  /** A keyword that a match of the rules may begin with. */
  start(rules: readonly number[], at: number): number;
  /** A keyword, at `at`, in the name that a value is given to. */
  assigned(rules: readonly number[], at: number, given: Assignment): number;
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
export function scannerOf(rules: readonly RedactionRule[]): Scanner {
  const known = scanners.get(rules);
  if (known !== undefined) return known;
  const scanner = createScanner(rules);
  scanners.set(rules, scanner);
  return scanner;
}

/** One for each list of rules: code that only ever meets one is compiled the best. */
const scanners = new WeakMap<readonly RedactionRule[], Scanner>();

function createScanner(rules: readonly RedactionRule[]): Scanner {
  const keywords = groupKeywords(rules);
  const table = makeKeywordTable(
    keywords.map(group => ({ text: group.text, isInWords: isSoughtInWords(group) })),
  );
  const { keywordOf, offsetOf, probeAt, probeByte } = table;
  const wanted = new Set<Trigger>(['escape', ...rules.flatMap(rule => rule.trigger ?? [])]);
  const byteCodesOf = byteCodes(wanted);
  const gate = makeShapeGate(PAIR_TRIGGERS);
  const stepCodesOf = Uint16Array.from({ length: 256 }, (_, byte) => foldOf(byte) | (KIND_OF[byte]! << 5));

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
    const { text, anywhere, asWord, asLabel, atStart, assigned } = keywords[keyword]!;
    const end = start + text.length;
    let next = 0;
    if (anywhere.length > 0) next = visitor.around(anywhere, start);
    if (asWord.length + asLabel.length > 0 && isWord(bytes, start, end, from, to)) {
      if (asWord.length > 0) next = Math.max(next, visitor.around(asWord, start));
      for (const group of asLabel) {
        if (group.bytes > 0 && !hasDigit(bytes, end, Math.min(to, end + group.bytes))) continue;
        next = Math.max(next, visitor.start(group.rules, start));
      }
    }
    if (atStart.length > 0 && !isInsideWord(bytes, start, from)) {
      for (const group of atStart) {
        if (isRun(bytes, start, group.bytes, to)) next = Math.max(next, visitor.start(group.rules, start));
      }
    }
    return assigned.length > 0 ? Math.max(next, visitAssigned(assigned, start, text.length)) : next;
  }

  function visitAssigned(groups: readonly RuleGroup[], start: number, length: number): number {
    if (start < valueEnd && valueLooks >= MOST_LOOKS) return 0;
    const given = assignmentAt(bytes, start, length, from, to);
    if (!given) return 0;
    valueLooks = start < valueEnd ? valueLooks + 1 : 0;
    valueEnd = Math.max(valueEnd, given.valueEnd);
    let next = 0;
    for (const group of groups) {
      if (given.valueEnd - given.valueStart < group.bytes) continue;
      next = Math.max(next, visitor.assigned(group.rules, start, given));
    }
    return next;
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

  function kindAt(at: number): number {
    return KIND_OF[at >= from && at < to ? bytes[at]! : NEWLINE]!;
  }

  /** The shapes, by their bits, that the bytes around `at` leave possible there. */
  function possibleAt(at: number): number {
    return gate.atThird[kindsKey(kindAt(at - 2), kindAt(at - 1), kindAt(at), kindAt(at + 1))]!;
  }

  /** Tells of the shapes that are announced (by their bits) at `at`. */
  function lookForShapes(at: number, announced: number): number {
    let next = 0;
    for (let rest = announced; rest !== 0; rest &= rest - 1) {
      const index = 31 - Math.clz32(rest & -rest);
      const end = index === NUMBERS ? stampEnd(bytes, at, to) : 0;
      if (end > 0) return Math.max(next, end - 1);
      if (!isShapeAt(index, bytes, at, from, to)) continue;
      next = Math.max(next, visitor.trigger(PAIR_TRIGGERS[index]!.trigger, at));
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

  /** Where the last long run of key characters ended. */
  let tokenEnd = 0;

  /** Tells of the long run of key characters that `at` is in. Returns where to go on, or something before. */
  function lookForLongToken(at: number): number {
    const behind = at + LONG_TOKEN_STRIDE + TOKEN_MARGIN - 1;
    if ((IN_TOKEN[bytes[at - TOKEN_MARGIN]!]! | IN_TOKEN[bytes[behind]!]!) === 0) return 0;
    const end = longTokenEnd(bytes, at, tokenEnd, from, to);
    tokenEnd = Math.abs(end);
    return end > 0 ? visitor.trigger('long-token', at) : 0;
  }

  /** One step where bytes around it may be missing, or (`isFresh`) the byte before it has not been looked at with it. */
  function step(at: number, isFresh: boolean): number {
    const codeAt = (i: number) => byteCodesOf[i >= from && i < to ? bytes[i]! : NEWLINE]!;
    const [code, code1, code2] = [codeAt(at), codeAt(at + 1), codeAt(at + 2)];
    const here = isFresh ? announcedBy(codeAt(at - 1), code) : 0;
    const next = here === 0 ? 0 : lookForShapes(at, here & possibleAt(at));
    const first = table.firstOf[((code & 31) << 10) | ((code1 & 31) << 5) | (code2 & 31)]!;
    const behind = announcedBy(code, code1) & possibleAt(at + 1);
    const behind2 = announcedBy(code1, code2) & possibleAt(at + 2);
    return Math.max(next, look(at, first, behind | (behind2 << 8)));
  }

  /** Steps on from `start`, where bytes stand all around, until something sends it on or `end` is near. */
  function run(input: Uint8Array, start: number, end: number): number {
    // locals are faster than what the closure holds
    const codes = stepCodesOf;
    const { isKnown } = table;
    const { any } = gate;
    const inToken = IN_TOKEN;
    let i = start;
    let triple = codes[input[i]!]! & 31;
    let code1 = codes[input[i + 1]!]!;
    let kinds = ((codes[input[i]!]! >> 5) << 4) | (code1 >> 5);
    while (i < end) {
      const blockEnd = Math.min(i + LONG_TOKEN_STRIDE, end);
      const mayBeLong =
        inToken[input[i]!]! &
        inToken[input[i + 3]!]! &
        inToken[input[(i + blockEnd) >> 1]!]! &
        inToken[input[blockEnd - 1]!]!;
      if (mayBeLong !== 0 && i >= tokenEnd) {
        const next = lookForLongToken(i);
        if (next > i) return next;
      }
      for (; i < blockEnd; i += 2) {
        const code2 = codes[input[i + 2]!]!;
        const code3 = codes[input[i + 3]!]!;
        triple = ((triple << 10) | ((code1 & 31) << 5) | (code2 & 31)) & 0x7fff;
        kinds = ((kinds << 8) | ((code2 >> 5) << 4) | (code3 >> 5)) & 0xffff;
        code1 = code3;
        if ((isKnown[triple]! | any[kinds]!) === 0) continue;
        const next = lookCloser(input, i, triple, kinds);
        if (next > i) return next;
      }
    }
    return i;
  }

  /** Looks at a step of which the tables know more than nothing. Returns where to go on, or something before. */
  function lookCloser(input: Uint8Array, i: number, triple: number, kinds: number): number {
    const code1 = byteCodesOf[input[i + 1]!]!;
    const behind = gate.atThird[(KIND_OF[input[i - 1]!]! << 12) | (kinds >> 4)]!;
    const shapes =
      (behind & announcedBy(byteCodesOf[input[i]!]!, code1)) |
      ((gate.atThird[kinds]! & announcedBy(code1, byteCodesOf[input[i + 2]!]!)) << 8);
    const isFitting =
      (table.ahead[triple]! >>> (byteCodesOf[input[i - 1]!]! & 31)) &
      (table.behind[triple]! >>> (byteCodesOf[input[i + 3]!]! & 31)) &
      1;
    const first = isFitting === 0 ? 0 : table.firstOf[triple]!;
    return (first | shapes) === 0 ? 0 : look(i, first, shapes);
  }

  function scan(input: Uint8Array, start: number, end: number, told: Visitor): void {
    bytes = input;
    from = start;
    to = end;
    visitor = told;
    valueEnd = -1;
    tokenEnd = start;
    const inner = end - 3;
    let isFresh = true;
    for (let i = start; i < end - 1; ) {
      const next = step(i, isFresh);
      isFresh = next > i;
      i = isFresh ? next : i + 2;
      if (isFresh || i >= inner) continue;
      i = run(input, i, inner);
      isFresh = true;
    }
    bytes = NOTHING;
  }
  return { scan };
}

/** Of the triggers, those at which stamps begin, too. A stamp's last digit is looked at: a keyword may begin with it. */
const NUMBERS = PAIR_TRIGGERS.findIndex(({ trigger }) => trigger === 'digits');

const NOTHING = new Uint8Array(0);

/** Within one value. */
const MOST_LOOKS = 4;

/** The shapes that two bytes in a row announce, as bits. */
function announcedBy(code: number, nextCode: number): number {
  return (code >> 8) & (nextCode >> 16) & 0xff;
}

/** What stands before the first byte and behind the last. */
const NEWLINE = 10;

/** Byte → its fold, and the triggers that it may announce as first byte (from bit 8) and as second (from bit 16). */
function byteCodes(wanted: ReadonlySet<Trigger>): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let code = foldOf(byte);
    PAIR_TRIGGERS.forEach(({ trigger, isFirst, isSecond }, index) => {
      if (!wanted.has(trigger)) return;
      if (isFirst(byte)) code |= 1 << (8 + index);
      if (isSecond(byte)) code |= 1 << (16 + index);
    });
    return code;
  });
}
