import { particles, suffixes, titles } from './cues.ts';
import { COMMON, FUNCTION, GIVEN, NOT_NAME, SURNAME } from './lexicon.ts';
import type { Word } from './words.ts';

/** Words that may stand together as one name. */
export interface Run {
  words: readonly Word[];
  /** What the dictionaries know of each word. */
  bits: readonly number[];
  /** Index of the first word among the words of its line. */
  at: number;
  isLower: boolean;
}

/** Room between two words of one name: `Anna  Holm`, but not the columns of a table. */
export const isSpace = (gap: string): boolean => gap === ' ' || gap === '  ';

/**
 * All runs of a line that are written like a name: capitalised ones, and with `hasLower` also those in lower case
 * of which no word is an everyday one.
 */
export function runsOf(words: readonly Word[], bits: readonly number[], hasLower: boolean): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    const capitalEnd = Math.max(capitalRunEnd(words, bits, at), caselessRunEnd(words, at));
    const end = capitalEnd > at || !hasLower ? capitalEnd : lowerRunEnd(words, bits, at);
    if (end === at || isInCode(words, at, end)) continue;
    const first = trimmedStart(bits, at, end);
    runs.push({
      words: words.slice(first, end),
      bits: bits.slice(first, end),
      at: first,
      isLower: end > capitalEnd,
    });
    at = end - 1;
  }
  return runs;
}

/** `Foo::Bar`, `Foo.bar`, `src/Main`: joined to its neighbour as only code joins words. */
function isInCode(words: readonly Word[], at: number, end: number): boolean {
  return codeJoints.has(words[at]!.gap) || codeJoints.has(words[end]?.gap ?? '');
}

const codeJoints = new Set(['::', '.', '/', '\\', '->', '$', '#', '[']);

/** Whether the word at `index` goes on with the name before it. */
function joins(words: readonly Word[], index: number): boolean {
  const { gap } = words[index]!;
  return isSpace(gap) || (gap === '. ' && words[index - 1]!.text.length === 1);
}

const MOST_WORDS = 7;

/** Capitalised words, initials and particles between them: `Hanne I. Kreutzmann`, `Willemine ten Pas`. */
function capitalRunEnd(words: readonly Word[], bits: readonly number[], at: number): number {
  const first = words[at]!;
  if (first.shape !== 'capital' || titles.has(first.text.toLowerCase()) || (bits[at]! & FUNCTION) !== 0)
    return at;
  let end = at + 1;
  for (let next = end; next < words.length && joins(words, next) && next < at + MOST_WORDS; next++) {
    const { shape, text } = words[next]!;
    if ((bits[next]! & FUNCTION) !== 0 && shape !== 'initial' && !particles.has(text)) break;
    if ((bits[next]! & COMMON) !== 0 && words[next + 1]?.gap.startsWith(':')) break;
    if (shape === 'capital' || suffixes.test(text)) end = next + 1;
    else if (shape !== 'initial' && !particles.has(text)) break;
  }
  return end;
}

/** Scripts without capitals, in the middle of one that has them; whole sentences of it are longer. */
function caselessRunEnd(words: readonly Word[], at: number): number {
  let end = at;
  while (words[end]?.shape === 'caseless' && (end === at || joins(words, end))) end++;
  return end - at <= 3 ? end : at;
}

/** `patricia desrosiers`, `emidio p lombardo`: at most three words, none of them English. */
function lowerRunEnd(words: readonly Word[], bits: readonly number[], at: number): number {
  const isStrange = (index: number) =>
    words[index]!.shape === 'lower' &&
    words[index]!.text.length > 2 &&
    (bits[index]! & (COMMON | NOT_NAME)) === 0;
  if (!isStrange(at) || words[at]!.text.includes('-')) return at;
  let end = at + 1;
  for (let next = end; next < words.length && joins(words, next) && next < at + 3; next++) {
    if (isStrange(next)) end = next + 1;
    else if (words[next]!.text.length > 1) break;
  }
  return end;
}

/** A sentence begins with a capital too: `Is Hannah`, `Producer Alma`: its first common words are not the name's. */
function trimmedStart(bits: readonly number[], at: number, end: number): number {
  let first = at;
  while (first < end - 1 && (bits[first]! & COMMON) !== 0 && (bits[first]! & (GIVEN | SURNAME)) === 0)
    first++;
  return first;
}
