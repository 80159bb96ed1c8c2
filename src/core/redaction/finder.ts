import { type EncodedPlaces, findEncoded } from './encodings/findEncoded.ts';
import { jsonStringsIn } from './encodings/jsonStrings.ts';
import { matchAt, matchWhole, searchIn } from './matchRule.ts';
import type { RedactionRule } from './rule.ts';
import { assignmentAt } from './scan/assignment.ts';
import { scannerOf, type Visitor } from './scan/scanner.ts';
import type { Trigger } from './scan/triggers.ts';
import { resolveSpans, type Span } from './spans.ts';
import { type TextRange, tokensIn } from './token.ts';
import { createWindows, type Windows } from './windows.ts';

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
    const spans = [...spansUnderKey(text, key), ...spansIn(text, FIRST), ...spansInStrings(text)];
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
      lasting(spansIn(masked(text, spans), AGAIN)),
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
  function spansUnderKey(text: string, key: string): Span[] {
    if (key === '') return [];
    if (keysThatMatter.size >= MOST_KEYS) keysThatMatter.clear();
    if (!keysThatMatter.has(key)) keysThatMatter.set(key, assignedUnder(key));
    const assigned = keysThatMatter.get(key)!;
    const prefix = `${key}: `;
    const whole: Span[] = [];
    for (const rule of assigned) matchWhole(rule, text, 0, key, whole);
    const inContext = spansIn(prefix + text, FIRST)
      .filter(span => span.start >= prefix.length)
      .map(span => ({ ...span, start: span.start - prefix.length, end: span.end - prefix.length }));
    return [...whole, ...inContext];
  }

  /** Strings in JSON are judged on their own too, as the fields that they are. */
  function spansInStrings(text: string): Span[] {
    return jsonStringsIn(text).flatMap(string =>
      find(string.text, string.key).map(span => ({
        ...span,
        start: string.placeOf(span.start),
        end: string.placeOf(span.end),
      })),
    );
  }

  function assignedUnder(key: string): RedactionRule[] {
    const lowered = key.toLowerCase();
    return assignedRules.filter(rule => rule.keywords.some(keyword => lowered.includes(keyword)));
  }

  /** What is being looked through. Held here, so that most texts, which hold nothing, cost next to nothing. */
  let now: Search;
  const visitor: Visitor = {
    keyword(indexes, at, length) {
      for (const index of indexes) {
        const rule = rules[index]!;
        if (rule.at === 'start') matchAt(rule, now.text, at, now.spans);
        else if (rule.at === 'assigned') matchAssigned(rule, at, length);
        else addWindow(now, rule, at);
      }
      return 0;
    },
    trigger(trigger, at) {
      if (trigger === 'escape') now.encoded.escapes.push(at);
      else if (trigger === 'long-token') now.encoded.tokens.push(at);
      for (const rule of triggered[trigger] ?? []) addWindow(now, rule, at);
      return 0;
    },
  };

  function matchAssigned(rule: RedactionRule, at: number, length: number): void {
    const { text, bytes, spans } = now;
    const found = assignmentAt(bytes, at, length, 0, text.length)!;
    if (found.valueStart > now.takenStart && found.valueEnd <= now.takenEnd) return;
    const count = spans.length;
    const name = text.slice(found.nameStart, found.nameEnd);
    matchWhole(rule, text.slice(found.valueStart, found.valueEnd), found.valueStart, name, spans);
    if (spans.length === count) return;
    now.takenStart = found.valueStart;
    now.takenEnd = found.valueEnd;
  }

  function spansIn(text: string, { depth, isAgain }: Pass): Span[] {
    const search: Search = {
      text,
      bytes: bytesOf(text),
      isAgain,
      spans: [],
      windows: undefined,
      encoded: { tokens: [], escapes: [] },
      takenStart: text.length,
      takenEnd: 0,
    };
    now = search;
    scanner.scan(search.bytes, 0, text.length, visitor);
    const { spans, windows, encoded } = search;
    if (windows !== undefined) {
      for (const [rule, list] of windows) {
        for (const [start, end] of list.merged()) searchIn(rule, text, start, end, spans);
      }
    }
    if (depth < MAX_DEPTH && encoded.tokens.length + encoded.escapes.length > 0) {
      findEncoded(text, encoded, decoded => spansIn(decoded, { depth: depth + 1, isAgain }), spans);
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
interface Search {
  text: string;
  bytes: Uint8Array;
  isAgain: boolean;
  spans: Span[];
  windows: Map<RedactionRule, Windows> | undefined;
  encoded: EncodedPlaces;
  /** The last value that goes whole: what is assigned within it need not be looked at. */
  takenStart: number;
  takenEnd: number;
}

function addWindow(search: Search, rule: RedactionRule, at: number): void {
  if (search.isAgain && rule.isContextual) return;
  search.windows ??= new Map();
  let list = search.windows.get(rule);
  if (list === undefined) {
    list = createWindows(search.text.length, rule.reach);
    search.windows.set(rule, list);
  }
  list.add(at);
}

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

/** The text with marks in place of the spans, at the same offsets. */
function masked(text: string, spans: readonly Span[]): string {
  let done = 0;
  let result = '';
  for (const { start, end } of spans) {
    result += text.slice(done, start) + '›'.repeat(end - start);
    done = end;
  }
  return result + text.slice(done);
}

function rulesByTrigger(rules: readonly RedactionRule[]): Partial<Record<Trigger, RedactionRule[]>> {
  const byTrigger: Partial<Record<Trigger, RedactionRule[]>> = {};
  for (const rule of rules) {
    if (rule.trigger) byTrigger[rule.trigger] = [...(byTrigger[rule.trigger] ?? []), rule];
  }
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
