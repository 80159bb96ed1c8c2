import type { RedactionRule } from './rule.ts';
import type { Span } from './spans.ts';

/** Tries the rule where its keyword stands; adds to `spans` what it finds. */
export function matchAt(rule: RedactionRule, text: string, at: number, spans: Span[]): void {
  const pattern = rule.pattern!;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match) addSpan(rule, match, 0, '', spans);
}

/** Tries the rule on a value that stands at `offset` and belongs to `name`. */
export function matchWhole(
  rule: RedactionRule,
  value: string,
  offset: number,
  name: string,
  spans: Span[],
): void {
  const match = rule.pattern!.exec(value);
  if (match) addSpan(rule, match, offset, name, spans);
}

/** Searches for the rule in `text[start, end)`. */
export function searchIn(rule: RedactionRule, text: string, start: number, end: number, spans: Span[]): void {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  if (rule.find) {
    for (const [from, to] of rule.find(part)) {
      spans.push({ start: start + from, end: start + to, rule, value: part.slice(from, to) });
    }
    return;
  }
  const pattern = rule.pattern!;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else addSpan(rule, match, start, '', spans);
  }
}

function addSpan(
  rule: RedactionRule,
  match: RegExpExecArray,
  offset: number,
  name: string,
  spans: Span[],
): void {
  // where a group stands is worked out when it is asked for, by matching again
  const range = match.groups?.secret === undefined ? undefined : match.indices!.groups!.secret;
  const from = range ? range[0] : match.index;
  const to = range ? range[1] : match.index + match[0].length;
  const value = match.input.slice(from, to);
  // what a rule asks for must not be read across a token: that was another value's
  if (from > match.index && match.input.slice(match.index, from).includes('›')) return;
  if (value === '' || (rule.accept && !rule.accept(value, match, name))) return;
  spans.push({ start: offset + from, end: offset + to, rule, value });
}
