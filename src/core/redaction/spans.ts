import { isEscaped } from './isEscaped.ts';
import type { RedactionRule, Replacement } from './rule.ts';
import type { TextRange } from './token.ts';

/** A stretch of text that a rule found, before it is decided what is replaced. */
export interface Span {
  start: number;
  end: number;
  rule: RedactionRule;
  /** What the token stands for: the text itself, decoded where it was encoded. */
  value: string;
  encoding?: NonNullable<Replacement['encoding']>;
}

/** Formats of their own are surer than values that a name gives away, and these surer than a guess from a name alone. */
function sureness(span: Span): number {
  if (span.rule.id === 'named-secret') return 0;
  return span.rule.at === 'start' ? 2 : 1;
}

/**
 * Ascending spans that do not touch each other. Where some overlap, all of their text goes, under the name of the
 * surest (then the longest, then the first). Spans that reach into one of `kept` are dropped. None cuts an escape of
 * JSON in two, so that JSON stays valid.
 */
export function resolveSpans(spans: readonly Span[], kept: readonly TextRange[], text: string): Span[] {
  if (spans.length === 1 && kept.length === 0) return [...spans];
  const sorted = spans
    .flatMap(span => besideEscapes(span, text))
    .filter(span => !kept.some(([start, end]) => span.start < end && start < span.end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const resolved: Span[] = [];
  for (const span of sorted) {
    const last = resolved.at(-1);
    if (!last || span.start >= last.end) {
      resolved.push(span);
      continue;
    }
    resolved[resolved.length - 1] = joined(last, span, text);
  }
  return resolved;
}

function joined(a: Span, b: Span, text: string): Span {
  const length = (span: Span) => span.end - span.start;
  const surer = sureness(b) - sureness(a) || length(b) - length(a);
  const best = surer > 0 ? b : a;
  const end = Math.max(a.end, b.end);
  if (best.start === a.start && best.end === end) return best;
  return { start: a.start, end, rule: best.rule, value: text.slice(a.start, end) };
}

/** `\nanna@b.example`: the escape's letter is not the span's; that of `Kopfh\u00f6lzer` is. */
function besideEscapes(span: Span, text: string): Span[] {
  let { start, end } = span;
  if (isEscaped(text, start)) start += text[start] === 'u' ? -1 : ESCAPE_LETTERS.has(text[start]!) ? 1 : 0;
  if (isEscaped(text, end)) end -= 1;
  if (start === span.start && end === span.end) return [span];
  return start < end
    ? [{ ...span, start, end, value: span.encoding ? span.value : text.slice(start, end) }]
    : [];
}

const ESCAPE_LETTERS = new Set('nrtbf');
