import { type EncodedPlaces, findEncoded } from './encodings/findEncoded.ts';
import { jsonStringsIn } from './encodings/jsonStrings.ts';
import { matchAt, matchWhole, searchIn } from './matchRule.ts';
import type { RedactionRule } from './rule.ts';
import type { Assignment } from './scan/assignment.ts';
import { scannerOf, type Visitor } from './scan/scanner.ts';
import type { Trigger } from './scan/triggers.ts';
import { resolveSpans, type Span } from './spans.ts';
import { type TextRange, tokensIn } from './token.ts';
import { addWindow, type Windows } from './windows.ts';

/** Finds what is to be replaced: ascending, without overlaps. `key` is the name of the field that `text` stands in. */
export type Finder = (text: string, key?: string) => Span[];

/** How deep encodings are looked into: base64 in a percent-escaped URL in JSON. */
const MAX_DEPTH = 3;

/** Names of fields that are remembered; where names are made up, there is no end of them. */
const MOST_KEYS = 4096;

/** Compiles the rules. */
export function createFinder(rules: readonly RedactionRule[]): Finder {
  const scanner = scannerOf(rules);
  const triggered = rulesByTrigger(rules);
  const assignedRules = rules.filter(rule => rule.at === 'assigned');
  const keysThatMatter = new Map<string, RedactionRule[]>();

  function find(text: string, key = ''): Span[] {
    const spans: Span[] = [];
    if (key !== '') addSpansUnderKey(text, key, spans);
    addSpansIn(text, FIRST, spans);
    addSpansInStrings(text, spans);
    if (spans.length === 0) return spans;
    const tokens = tokensIn(text);
    return withNeighbours(
      text,
      resolveSpans(tokens.length === 0 ? spans : lasting(spans), tokens, text),
      tokens,
    );
  }

  /** Where a span is glued to a word, the word may be found only now that it is known to begin, or end, there. */
  function withNeighbours(text: string, spans: Span[], tokens: readonly TextRange[]): Span[] {
    if (!spans.some(span => isGlued(text, span))) return spans;
    const more = resolveSpans(
      lasting(addSpansIn(masked(text, spans), AGAIN, [])),
      [...tokens, ...spans.map(rangeOf)],
      text,
    );
    if (more.length === 0) return spans;
    return withNeighbours(
      text,
      [...spans, ...more].sort((a, b) => a.start - b.start),
      tokens,
    );
  }

  /** The field's name put before its value, so that every rule sees it, and the value whole, whatever it holds. */
  function addSpansUnderKey(text: string, key: string, spans: Span[]): void {
    if (keysThatMatter.size >= MOST_KEYS) keysThatMatter.clear();
    if (!keysThatMatter.has(key)) keysThatMatter.set(key, assignedUnder(key));
    for (const rule of keysThatMatter.get(key)!) matchWhole(rule, text, 0, key, spans);
    const prefix = `${key}: `;
    for (const span of addSpansIn(prefix + text, FIRST, [])) {
      if (span.start >= prefix.length) spans.push(moved(span, at => at - prefix.length));
    }
  }

  /** Strings in JSON are judged on their own too, as the fields that they are. */
  function addSpansInStrings(text: string, spans: Span[]): void {
    for (const string of jsonStringsIn(text)) {
      for (const span of find(string.text, string.key)) spans.push(moved(span, string.placeOf));
    }
  }

  function assignedUnder(key: string): RedactionRule[] {
    const lowered = key.toLowerCase();
    return assignedRules.filter(rule => rule.keywords.some(keyword => lowered.includes(keyword)));
  }

  /** What is being looked through. Held here, so that most texts, which hold nothing, cost next to nothing. */
  let now: Search;
  /** By rule, where it is to be searched for, and the rules for which there is any. */
  const windowsOf: (Windows | undefined)[] = rules.map(() => undefined);
  const sought: number[] = [];

  const visitor: Visitor = {
    around(indexes, at) {
      for (const index of indexes) seek(index, at);
      return 0;
    },
    start(indexes, at) {
      for (const index of indexes) matchAt(rules[index]!, now.text, at, now.spans);
      return 0;
    },
    assigned(indexes, _at, given) {
      for (const index of indexes) matchAssigned(rules[index]!, given);
      return 0;
    },
    trigger(trigger, at) {
      if (trigger === 'escape') now.escapes.push(at);
      else if (trigger === 'long-token') now.tokens.push(at);
      else if (trigger === 'non-ascii' && now.isAgain) return behindMarks(now.text, at);
      for (const index of triggered[trigger] ?? NONE) seek(index, at);
      return 0;
    },
  };

  function seek(index: number, at: number): void {
    const rule = rules[index]!;
    if (now.isAgain && rule.isContextual) return;
    let windows = windowsOf[index];
    if (windows === undefined) {
      windows = [];
      windowsOf[index] = windows;
      sought.push(index);
    }
    addWindow(windows, at, now.text.length, rule.reach);
  }

  function matchAssigned(
    rule: RedactionRule,
    { nameStart, nameEnd, valueStart, valueEnd }: Assignment,
  ): void {
    if (valueStart > now.takenStart && valueEnd <= now.takenEnd) return;
    const { text, spans } = now;
    const count = spans.length;
    matchWhole(rule, text.slice(valueStart, valueEnd), valueStart, text.slice(nameStart, nameEnd), spans);
    if (spans.length === count) return;
    now.takenStart = valueStart;
    now.takenEnd = valueEnd;
  }

  /** Adds what all rules find in the text to `spans`, and returns them. */
  function addSpansIn(text: string, { depth, isAgain }: Pass, spans: Span[]): Span[] {
    const search: Search = {
      text,
      isAgain,
      spans,
      tokens: [],
      escapes: [],
      takenStart: text.length,
      takenEnd: 0,
    };
    now = search;
    scanner.scan(bytesOf(text), 0, text.length, visitor);
    for (const index of sought) {
      const windows = windowsOf[index]!;
      windowsOf[index] = undefined;
      for (let i = 0; i < windows.length; i += 2) {
        searchIn(rules[index]!, text, windows[i]!, windows[i + 1]!, spans);
      }
    }
    sought.length = 0;
    if (depth < MAX_DEPTH && search.tokens.length + search.escapes.length > 0) {
      findEncoded(text, search, decoded => addSpansIn(decoded, { depth: depth + 1, isAgain }, []), spans);
    }
    return spans;
  }
  return find;
}

/** One pass over a text. */
interface Pass {
  /** How many encodings it was taken out of. */
  depth: number;
  /** Whether marks stand in it for what was found before: then it is no longer asked what judges by all around. */
  isAgain: boolean;
}

const FIRST: Pass = { depth: 0, isAgain: false };
const AGAIN: Pass = { depth: 0, isAgain: true };

/** A text that is being looked through, and what was met in it so far. */
interface Search extends EncodedPlaces {
  text: string;
  isAgain: boolean;
  spans: Span[];
  /** The last value that goes whole: what is assigned within it need not be looked at. */
  takenStart: number;
  takenEnd: number;
}

const NONE: readonly number[] = [];

/** Rules that judge by what stands around may judge otherwise once tokens stand there: such a text has been judged before. */
function lasting(spans: readonly Span[]): Span[] {
  return spans.filter(span => !span.rule.isContextual);
}

function rangeOf({ start, end }: Span): TextRange {
  return [start, end];
}

/** Whether what stands right before or behind could be taken for a part of the same word. */
function isGlued(text: string, { start, end }: Span): boolean {
  return GLUE.test(text.charAt(start - 1)) || GLUE.test(text.charAt(end));
}

const GLUE = /^[^\s"'`,;:=()[\]{}<>|&/\\‹›]$/;

const MARK = '›';
const MARK_CODE = MARK.charCodeAt(0);

/** Where the marks end that begin at `at`, or there. */
function behindMarks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === MARK_CODE) end += 1;
  return end;
}

function moved(span: Span, place: (at: number) => number): Span {
  return { ...span, start: place(span.start), end: place(span.end) };
}

/** The text with marks in place of the spans, at the same offsets. */
function masked(text: string, spans: readonly Span[]): string {
  let done = 0;
  let result = '';
  for (const { start, end } of spans) {
    result += text.slice(done, start) + MARK.repeat(end - start);
    done = end;
  }
  return result + text.slice(done);
}

/** The rules, by their index, that a trigger calls for. */
function rulesByTrigger(rules: readonly RedactionRule[]): Partial<Record<Trigger, number[]>> {
  const byTrigger: Partial<Record<Trigger, number[]>> = {};
  rules.forEach(({ trigger }, index) => {
    if (trigger) byTrigger[trigger] = [...(byTrigger[trigger] ?? []), index];
  });
  return byTrigger;
}

/** Most texts fit; longer ones get an array of their own. */
const scratch = new Uint8Array(65_536);

/** Characters as bytes at the same offsets; those beyond ASCII become 0x80, which is in no keyword. */
function bytesOf(text: string): Uint8Array {
  const bytes = text.length <= scratch.length ? scratch : new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes[i] = Math.min(code, 128);
  }
  return bytes;
}
