import { entropyOf } from '../entropy.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { RedactionRule } from '../rule.ts';
import { drawSample } from './drawSample.ts';

/** The characters that a vendor draws keys from, as the inside of a character class. */
export const HEX = 'a-f0-9';
export const ANY_HEX = 'A-Fa-f0-9';
export const LOWER = 'a-z0-9';
export const UPPER = 'A-Z0-9';
export const ALNUM = 'A-Za-z0-9';
export const WORD = 'A-Za-z0-9_-';
export const WORD_EQUALS = 'A-Za-z0-9_=-';
export const BASE64 = 'A-Za-z0-9+/';
export const DIGITS = '0-9';
export const LETTERS = 'A-Za-z';

/** `[alphabet, length]` or `[alphabet, shortest, longest]`. */
export type Body = readonly [alphabet: string, length: number, longest?: number];

interface Spec {
  /** Kind of the token; `key` when not given. */
  kind?: string;
  /** Bits a character that the body must have; below, it is a placeholder. Default 2; with 0 whatever has the format goes. */
  entropy?: number;
  /** What the whole name must say besides the vendor: that a credential follows. */
  hint?: RegExp;
}

const CREDENTIAL =
  /key|token|secret|api|auth|pass|pwd|cred|client|access|app|login|signing|webhook|licen[cs]e/i;

const DEFAULT_ENTROPY = 2;

/**
 * A key with a prefix of its own, which is proof enough: `ghp_` and 36 letters or digits. `prefixes` are tried with case,
 * and may not be preceded by a letter or digit.
 */
export function prefixed(
  id: string,
  prefixes: string | readonly string[],
  body: Body,
  { kind = 'key', entropy = DEFAULT_ENTROPY }: Spec = {},
): RedactionRule {
  const all = [prefixes].flat();
  const repeated = repeat(body);
  const pattern = new RegExp(`(?:${all.map(literal).join('|')})(?<body>${repeated})(?![${body[0]}])`, 'y');
  const drawn = drawSample(body[0], body[1]);
  return {
    id,
    kind,
    keywords: [...new Set(all.map(prefix => prefix.toLowerCase()))],
    at: 'start',
    run: Math.min(...all.map(prefix => prefix.length)) + body[1],
    pattern,
    accept: (_secret, match) => isDrawn(match.groups!.body!, entropy),
    hits: all.map(prefix => `use ${prefix}${drawn} now`),
    misses: [`${all[0]}${drawn.slice(0, body[1] - 1)}!`, `${all[0]}${'x'.repeat(body[1])}`],
  };
}

/**
 * A key without a mark of its own, known by the vendor's name beside it: `adafruit_key = "…"`. `names` are lower-case.
 */
export function named(
  id: string,
  names: readonly string[],
  body: Body,
  { kind = 'key', entropy = DEFAULT_ENTROPY, hint = CREDENTIAL }: Spec = {},
): RedactionRule {
  const drawn = drawSample(body[0], body[1]);
  return {
    id,
    kind,
    keywords: names,
    at: 'assigned',
    run: body[1],
    pattern: new RegExp(`^${repeat(body)}$`),
    accept: (secret, _match, name) => hint.test(name) && isDrawn(secret, entropy),
    hits: names.flatMap(name => [`${name}_token="${drawn}"`, `{"${name}Secret": "${drawn}"}`]),
    misses: [`${names[0]}_token="${'x'.repeat(body[1])}"`],
  };
}

/** A vendor's UUID, known by the vendor's name beside it. */
export function namedUuid(id: string, names: readonly string[]): RedactionRule {
  const uuid = '3f2b8c1e-9d47-4a6b-8e05-7c19f4d2a6b8';
  return {
    id,
    kind: 'key',
    keywords: names,
    at: 'assigned',
    run: 36,
    pattern: /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/,
    accept: (_secret, _match, name) =>
      CREDENTIAL.test(name) && !/(?:request|trace|correlation|span)[-_. ]?id$/i.test(name),
    hits: names.map(name => `${name}_api_key=${uuid}`),
    misses: [`${names[0]}_request_id=${uuid}`],
  };
}

/** A key of a format that no prefix and length describes. `pattern` is tried where a keyword starts (flag `y`). */
export function formatted(
  id: string,
  keywords: readonly string[],
  pattern: RegExp,
  examples: { hits: readonly string[]; misses: readonly string[] },
  { kind = 'key', entropy = DEFAULT_ENTROPY }: Spec = {},
): RedactionRule {
  return {
    id,
    kind,
    keywords,
    at: 'start',
    pattern,
    accept: secret => isDrawn(secret, entropy),
    ...examples,
  };
}

function isDrawn(body: string, entropy: number): boolean {
  return entropy === 0 || (entropyOf(body) >= entropy && !isPlaceholder(body));
}

function repeat([alphabet, length, longest]: Body): string {
  return `[${alphabet}]{${length}${longest === undefined ? '' : `,${longest}`}}`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
