/**
 * The quotes that a token needs where it takes the place of a bare number in JSON, else `''`. Behind a quoted name the
 * same quotes are used, so that JSON within JSON stays valid too: `{\"card\": 4111…}` gets `\"`.
 */
export function quotesForNumber(text: string, start: number, end: number): string {
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text.slice(start, end))) return '';
  if (!/^\s*(?:[,}\]]|$)/.test(text.slice(end, end + 32))) return '';
  const before = text.slice(Math.max(0, start - 32), start);
  const named = /(\\*")\s*:\s*$/.exec(before);
  if (named) return named[1]!;
  return /[[,]\s*$/.test(before) && /^\s*[[{]/.test(text) ? '"' : '';
}
