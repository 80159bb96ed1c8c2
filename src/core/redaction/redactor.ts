import type { Attributes } from '../record.ts';
import { redactAttributes } from './attributes.ts';
import { createFinder } from './finder.ts';
import { quotesForNumber } from './jsonNumber.ts';
import type { RedactionRule, Replacement, TokenOf } from './rule.ts';
import { RULES } from './rules/index.ts';
import { spliced } from './spliced.ts';
import { tokenFor } from './token.ts';

export interface RedactorOptions {
  tokenOf: TokenOf;
  /** Default: all of them. */
  rules?: readonly RedactionRule[];
  /** Told of each replacement, in order; offsets are those within `text`, which was given. */
  onReplacement?(replacement: Replacement, text: string): void;
}

export interface Redactor {
  /** What would be replaced: ascending, without overlaps. `key` is the name of the field whose value `text` is. */
  replacements(text: string, key?: string): Replacement[];
  /** The token of a value, for those who find one by other means. */
  token(kind: string, value: string): string;
  /** The text with tokens in place of what the rules find. Nothing else changes; tokens that stand there already stay. */
  text(text: string, key?: string): string;
  /** The same for structured fields, at any depth: names count as context. Numbers that are replaced become strings. */
  attributes(attributes: Attributes): Attributes;
}

/** Makes the engine. It keeps no state between texts, except that equal values get equal tokens from `tokenOf`. */
export function createRedactor({ tokenOf, rules = RULES, onReplacement }: RedactorOptions): Redactor {
  const find = createFinder(rules);

  function replacements(text: string, key?: string): Replacement[] {
    return find(text, key).map(({ start, end, rule, value, encoding }) => {
      const quotes = quotesForNumber(text, start, end);
      const token = quotes + tokenFor(tokenOf, rule.kind, value) + quotes;
      return { rule: rule.id, kind: rule.kind, token, start, end, ...(encoding && { encoding }) };
    });
  }

  function redactText(text: string, key?: string): string {
    const found = replacements(text, key);
    if (found.length === 0) return text;
    for (const replacement of found) onReplacement?.(replacement, text);
    return spliced(text, found);
  }

  return {
    replacements,
    token: (kind, value) => tokenFor(tokenOf, kind, value),
    text: redactText,
    attributes: attributes => redactAttributes(attributes, redactText),
  };
}
