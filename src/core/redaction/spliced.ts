import type { Replacement } from './rule.ts';

/** The text with tokens in place of what was found: ascending, without overlaps. */
export function spliced(text: string, found: readonly Replacement[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, token } of found) {
    result += text.slice(done, start) + token;
    done = end;
  }
  return result + text.slice(done);
}
