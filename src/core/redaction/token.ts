import type { TokenOf } from './rule.ts';

/**
 * Tokens look like `‹kind:k7f3q2ab›`. The suffix has eight base32 characters, 40 bits: among the ten thousand values of
 * a large incident two collide once in twenty thousand incidents; six characters would make it one in twenty.
 */
export const SUFFIX_LENGTH = 8;

const TOKEN = /‹[a-z][a-z0-9-]{0,31}:[a-z2-7]{4,16}›/g;

/** The token that stands for a value. */
export function tokenFor(tokenOf: TokenOf, kind: string, value: string): string {
  return `‹${kind}:${tokenOf(kind, value)}›`;
}

/** `[start, end)` in UTF-16 units. */
export type TextRange = readonly [number, number];

/** Where tokens already stand: `[start, end)`, ascending. Nothing in them is redacted again. */
export function tokensIn(text: string): readonly TextRange[] {
  if (!text.includes('‹')) return [];
  return Array.from(text.matchAll(TOKEN), match => [match.index, match.index + match[0].length] as const);
}
