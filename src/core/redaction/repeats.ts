import type { Replacement } from './rule.ts';

/** A replacement, and the text in which it was made. */
export interface MadeReplacement {
  text: string;
  found: Replacement;
}

/** Shorter texts are words that stand in other texts with another meaning. */
const SHORTEST = 6;

/**
 * What is replaced in `text`, `found`, and what was replaced elsewhere in the same record and stands here once more: a
 * value that only its name gave away would stay readable in a message that repeats it. Ascending, without overlaps.
 */
export function withRepeats(
  text: string,
  found: readonly Replacement[],
  elsewhere: readonly MadeReplacement[],
): Replacement[] {
  const repeats = elsewhere
    .flatMap(made => repeatsOf(made, text))
    .filter(repeat => !found.some(one => overlaps(one, repeat) && !contains(repeat, one)));
  const others = found.filter(one => !repeats.some(repeat => overlaps(one, repeat)));
  return [...others, ...repeats]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, index, all) => !all.slice(0, index).some(earlier => overlaps(earlier, one)));
}

function repeatsOf({ text: whole, found }: MadeReplacement, text: string): Replacement[] {
  const repeats: Replacement[] = [];
  if (whole.length < SHORTEST) return repeats;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + whole.length)) {
    if (isWordOn(text, at - 1) || isWordOn(text, at + whole.length)) continue;
    repeats.push({ ...found, start: at + found.start, end: at + found.end });
  }
  return repeats;
}

function isWordOn(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function overlaps(a: Replacement, b: Replacement): boolean {
  return a.start < b.end && b.start < a.end;
}

function contains(outer: Replacement, inner: Replacement): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
