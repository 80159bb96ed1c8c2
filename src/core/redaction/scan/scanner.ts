import { mayBeginName } from '../names/mayBeginName.ts';
import type { RedactionRule } from '../rule.ts';
import { assignmentAt } from './assignment.ts';
import { CLASS_OF, DIGIT, HEX, HIGH, LETTER, TOKEN, UPPER } from './byteClass.ts';
import { makeKeywordTable } from './keywordTable.ts';
import { isNumberShape } from './numberShapes.ts';
import {
  isColonGroup,
  isDottedQuad,
  isEscape,
  isLongToken,
  isMailSign,
  MIN_LONG_TOKEN,
  type ShapeTest,
} from './shapes.ts';
import { isInsideWord, isRun, isWord } from './wordEdges.ts';

/** What the scan may meet besides keywords: the rules' triggers, and the escapes behind which keywords hide. */
export type Trigger = NonNullable<RedactionRule['trigger']> | 'escape';

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

const KEYWORD_BIT = 1;
/** Bit → what it stands for: the pairs of bytes that announce it, and the test that decides. */
const PAIR_TRIGGERS: readonly {
  trigger: Trigger;
  bit: number;
  announces(first: number, second: number): boolean;
  test: ShapeTest;
}[] = [
  { trigger: 'digits', bit: 2, announces: (a, b) => is(a, DIGIT) || is(b, DIGIT), test: isNumberShape },
  { trigger: 'at-sign', bit: 4, announces: (a, b) => a === 64 || b === 64, test: isMailSign },
  {
    trigger: 'dotted-quad',
    bit: 8,
    announces: (a, b) => (a === 46 && is(b, DIGIT)) || (b === 46 && is(a, DIGIT)),
    test: isDottedQuad,
  },
  {
    trigger: 'colons',
    bit: 16,
    announces: (a, b) => (a === 58 && (is(b, HEX) || b === 58)) || (b === 58 && is(a, HEX)),
    test: isColonGroup,
  },
  {
    trigger: 'capitals',
    bit: 32,
    announces: (a, b) => (is(a, UPPER) && (is(b, LETTER) || is(b, HIGH))) || (is(b, UPPER) && !is(a, LETTER)),
    test: mayBeginName,
  },
  { trigger: 'non-ascii', bit: 64, announces: (a, b) => is(a, HIGH) || is(b, HIGH), test: () => true },
  {
    trigger: 'escape',
    bit: 128,
    announces: (a, b) =>
      (a === 37 && b >= 51 && b <= 55) || b === 37 || (a === 92 && b === 117) || (a === 117 && b === 48),
    test: isEscape,
  },
];

interface RunGroup {
  rules: number[];
  run: number;
}

interface Keyword {
  text: string;
  /** Rules that look around it, whatever stands there. */
  anywhere: number[];
  /** Rules for which it must not be part of a longer word. */
  asWord: number[];
  /** Rules for which no letter or digit stands before it, and how many characters must follow in one run. */
  atStart: RunGroup[];
  /** Rules for which a value must be assigned to it, and how long that must be. */
  assigned: RunGroup[];
}

/**
 * Compiles the keywords and triggers of the rules into one pass. The pass reads two bytes at a time and looks closer
 * only where a pair is known; that makes its speed independent of how many rules there are.
 */
export function createScanner(rules: readonly RedactionRule[]): Scanner {
  const keywords = keywordsOf(rules);
  const table = makeKeywordTable(keywords.map(keyword => keyword.text));
  const { behind, before } = table;
  const triggers = new Set<Trigger>(rules.flatMap(rule => (rule.trigger ? [rule.trigger] : [])));
  triggers.add('escape');
  const pairTriggers = PAIR_TRIGGERS.filter(({ trigger }) => triggers.has(trigger));
  const bitsOf = pairBits(table.isCandidate, pairTriggers);

  function scan(bytes: Uint8Array, from: number, to: number, visitor: Visitor): void {
    let next = 0;
    const atKeyword = (keyword: number, start: number) => {
      const { text, anywhere, asWord, atStart, assigned } = keywords[keyword]!;
      const go = (list: number[]) => {
        if (list.length > 0) next = Math.max(next, visitor.keyword(list, start, text.length));
      };
      go(anywhere);
      if (asWord.length > 0 && isWord(bytes, start, start + text.length, from, to)) go(asWord);
      if (atStart.length > 0 && !isInsideWord(bytes, start, from)) {
        for (const group of atStart) if (isRun(bytes, start, group.run, to)) go(group.rules);
      }
      if (assigned.length === 0) return;
      const assignment = assignmentAt(bytes, start, text.length, from, to);
      if (!assignment) return;
      const length = assignment.valueEnd - assignment.valueStart;
      for (const group of assigned) if (length >= group.run) go(group.rules);
    };
    const last = to - 1;
    let i = from;
    let nextStride = from;
    while (i < last) {
      if (i >= nextStride) {
        nextStride = i + STRIDE;
        if (
          isInToken(bytes[i]!) &&
          i + STRIDE <= to &&
          isInToken(bytes[i + STRIDE - 1]!) &&
          isLongToken(bytes, i, from, to)
        ) {
          next = Math.max(next, visitor.trigger('long-token', i));
        }
      }
      const pair = (bytes[i]! << 8) | bytes[i + 1]!;
      const bits = bitsOf[pair]!;
      if (bits !== 0) {
        if ((bits & KEYWORD_BIT) !== 0) {
          const third = (behind[pair]! >>> (bytes[i + 2]! & 31)) | (before[pair]! >>> (bytes[i - 1]! & 31));
          if ((third & 1) !== 0) table.match(bytes, i, from, to, atKeyword);
        }
        if (bits > KEYWORD_BIT) {
          for (const { trigger, bit, test } of pairTriggers) {
            if ((bits & bit) !== 0 && test(bytes, i, from, to))
              next = Math.max(next, visitor.trigger(trigger, i));
          }
        }
        if (next > i) {
          i = next;
          nextStride = Math.min(nextStride, i);
          continue;
        }
      }
      i += 2;
    }
  }
  return { scan };
}

/** A run of at least `MIN_LONG_TOKEN` holds a whole stretch of this length, wherever it starts. */
const STRIDE = Math.floor(MIN_LONG_TOKEN / 2);

function isInToken(byte: number): boolean {
  return (CLASS_OF[byte]! & TOKEN) !== 0;
}

function keywordsOf(rules: readonly RedactionRule[]): Keyword[] {
  const byText = new Map<string, Keyword>();
  rules.forEach((rule, index) => {
    for (const text of rule.keywords) {
      const keyword = byText.get(text) ?? { text, anywhere: [], asWord: [], atStart: [], assigned: [] };
      byText.set(text, keyword);
      if (rule.at === 'start') addToRun(keyword.atStart, index, rule.run ?? 0);
      else if (rule.at === 'assigned') addToRun(keyword.assigned, index, rule.run ?? 0);
      else if (rule.at === 'word') keyword.asWord.push(index);
      else keyword.anywhere.push(index);
    }
  });
  return [...byText.values()];
}

function addToRun(groups: RunGroup[], rule: number, run: number): void {
  const group = groups.find(candidate => candidate.run === run);
  if (group) group.rules.push(rule);
  else groups.push({ rules: [rule], run });
}

function pairBits(isCandidate: Uint8Array, triggers: typeof PAIR_TRIGGERS): Uint8Array {
  const bits = Uint8Array.from(isCandidate);
  for (let pair = 0; pair < bits.length; pair += 1) {
    for (const { bit, announces } of triggers) if (announces(pair >> 8, pair & 255)) bits[pair]! |= bit;
  }
  return bits;
}

function is(byte: number, bits: number): boolean {
  return (CLASS_OF[byte]! & bits) !== 0;
}
