import {
  addressed,
  cuesAfter,
  cuesBefore,
  institution,
  labelsBefore,
  pairsAfter,
  particles,
  suffixes,
  titles,
} from './cues.ts';
import { COMMON, GIVEN, NOT_NAME, PLACE, SURNAME } from './lexicon.ts';
import { isSpace, type Run } from './runs.ts';
import type { Word } from './words.ts';

/** What a run must reach. In telemetry nearly every capitalised word is something else. */
export const ENOUGH = { prose: 2, telemetry: 5 } as const;

/** Titles and labels count in telemetry too; weaker cues are everywhere in it. */
const TELEMETRY_CUE = 3;

/**
 * How much speaks for a name: what the dictionaries know of its words, and what stands around them in `line`, of
 * which `words` are all words. To be compared with `ENOUGH`.
 */
export function scoreOf(run: Run, words: readonly Word[], line: string, isLog: boolean): number {
  const next = words[run.at + run.words.length];
  const own = run.isLower ? lowerWeight(run) : capitalWeight(run);
  if (institution.test(run.words.at(-1)!.text) || (next && isSpace(next.gap) && institution.test(next.text)))
    return own - 4;
  const together = run.words.length > 1 && run.words.length < 5 && own > 0 ? 1 : 0;
  const before = weightBefore(run, words);
  if (isLog) return own + together + (before < TELEMETRY_CUE ? 0 : before);
  const after = next ? weightAfter(run, next, words, line) : 0;
  if (run.isLower) return own + together + (before < 2 && after < 2 ? 0 : Math.max(before, after));
  const cue = Math.max(before, after) + (before > 0 && after > 0 ? 0.5 : 0);
  return own + together + (after < 0 ? after : cue) + (before > 0 || !isAlone(run, next, line) ? 0 : 1);
}

const isName = (known: number) => (known & (GIVEN | SURNAME)) !== 0;

function capitalWeight(run: Run): number {
  return run.words.reduce((sum, word, index) => {
    const weight = weightOf(word, run.bits[index]!);
    return sum + (isSurname(run, index) ? Math.max(0, weight) : weight);
  }, 0);
}

const isSurname = (run: Run, index: number) =>
  (index === 1 && isGivenAndLast(run)) || particles.has(run.words[index - 1]?.text ?? '');

/** `Jane Doe`: behind a given name, and last, an everyday word is a surname. */
const isGivenAndLast = ({ words, bits }: Run) =>
  words.length === 2 && (bits[0]! & (GIVEN | COMMON | NOT_NAME)) === GIVEN && (bits[1]! & NOT_NAME) === 0;

function weightOf(word: Word, known: number): number {
  if (word.shape === 'initial' || suffixes.test(word.text)) return 1;
  if (particles.has(word.text)) return 0;
  if (word.shape === 'caseless') return 0.5;
  if ((known & NOT_NAME) !== 0) return -4;
  if ((known & COMMON) !== 0) return everydayWeight(word, known);
  const accent = /[^\0-\x7f]/.test(word.text) ? 0.5 : 0;
  if (isName(known)) return accent + 2;
  return accent + ((known & PLACE) !== 0 ? 0 : 1);
}

/** `Mark`, `Reed`; `Key` only behind the strongest cue. At the start of a sentence the capital says nothing. */
function everydayWeight(word: Word, known: number): number {
  if (!isName(known)) return -2;
  return (known & GIVEN) !== 0 && !startsSentence(word.gap) ? 1 : 0.5;
}

/** Nothing, a line's end or a sentence's end stands before. */
const startsSentence = (gap: string) => gap !== ' ' && (gap === '' || /[.?!"“(\n]/.test(gap));

/** In lower case a listed name counts half, and without one only the strongest cue helps. */
function lowerWeight(run: Run): number {
  const listed = run.bits.filter(isName).length;
  return listed === 0
    ? -1.5
    : listed - (run.words.some((word, index) => word.text.length > 1 && !isName(run.bits[index]!)) ? 0.5 : 0);
}

/** The mark of a label, without quotes and spaces: `: `, `":"` and `="` are all `:`. */
const markIn = (gap: string) => gap.replace(/[\s"']/g, '').replace('=', ':');

function weightBefore(run: Run, words: readonly Word[]): number {
  const previous = words[run.at - 1];
  if (!previous) return 0;
  const { gap } = run.words[0]!;
  const word = previous.text.toLowerCase();
  if (titles.has(word) && /^\.? $/.test(gap)) return 4;
  const label = gap === ' ' ? undefined : labelsBefore.get(word + markIn(gap));
  if (label !== undefined) return label;
  if (gap === ', ') return 0.5;
  if (!isSpace(gap)) return 0;
  const second = words[run.at - 2]?.text.toLowerCase();
  const pair = `${second} ${word}`;
  const third = words[run.at - 3]?.text.toLowerCase();
  return cuesBefore.get(`${third} ${pair}`) ?? cuesBefore.get(pair) ?? cuesBefore.get(word) ?? 0;
}

function weightAfter(run: Run, next: Word, words: readonly Word[], line: string): number {
  const { end, text } = run.words.at(-1)!;
  if (/^['’]s\b/.test(line.slice(end, end + 3))) return 1;
  if (/^ ?: ?["“']/.test(line.slice(end, end + 4))) return 2;
  if (next.gap.startsWith(':') && labelsBefore.has(`${text.toLowerCase()}:`)) return -4;
  if (isSpeaker(run, next)) return run.bits.some(isName) ? 1.5 : 0.5;
  if (run.at === 0 && next.gap === ', ' && addressed.test(next.text)) return 1.5;
  if (!isSpace(next.gap)) return 0;
  const word = next.text.toLowerCase();
  const second = words[run.at + run.words.length + 1]?.text.toLowerCase();
  return pairsAfter.get(`${word} ${second}`) ?? cuesAfter.get(word) ?? 0;
}

/** `Anna: What happened?`, but not headings such as `Impact: None`. */
const isSpeaker = (run: Run, next: Word) =>
  run.at === 0 &&
  next.gap === ': ' &&
  next.shape !== 'lower' &&
  !run.bits.every(known => (known & (COMMON | GIVEN)) === COMMON);

/** A signature, an address block: nothing else on the line, but for marks of quotation. One strange word is a unit or a state. */
function isAlone(run: Run, next: Word | undefined, line: string): boolean {
  if (next !== undefined || run.words.length === 1) return false;
  const behind = line.slice(run.words.at(-1)!.end);
  return /^[\s>?*-]*$/.test(line.slice(0, run.words[0]!.start)) && /^[^\w:]*$/.test(behind);
}
