import { cuesAfter, cuesBefore, institution, labelsBefore, titles } from './cues.ts';
import { COMMON, FUNCTION, GIVEN, knownAs, NOT_NAME, PLACE, SURNAME } from './lexicon.ts';
import { isTelemetry } from './register.ts';
import { type Word, wordsOf } from './words.ts';

/** Words that may stand together as one name. */
interface Run {
  words: Word[];
  bits: number[];
  /** Index of the first word in the text's words. */
  at: number;
}

interface Candidate extends Run {
  score: number;
  /** What `score` must reach. */
  enough: number;
  /** Where the line of the words begins in the text. */
  offset: number;
}

/** What a run must reach. In telemetry nearly every capitalised word is something else. */
const ENOUGH = { prose: 2, telemetry: 5 } as const;

const particles = new Set(
  'van von der den de del della di da dos das du la le ten ter bin ibn al el zu af av y'.split(' '),
);
const suffixes = /^(?:Jr|Sr|II|III|IV)$/;

/**
 * Finds names of people: `[start, end)`, ascending. A score of what dictionaries know of the words, how they are
 * written and what stands around them decides; neither a dictionary nor a cue is enough for every name. Lines are
 * judged one by one, but a name that one line gives away is found in the others too.
 */
export function findNames(text: string): [number, number][] {
  const runs = linesOf(text).flatMap(({ line, offset }) => candidatesIn(line, offset));
  const known = new Set(runs.filter(isSure).flatMap(namesOf));
  return runs
    .filter(
      run => isSure(run) || (run.enough === ENOUGH.prose && run.words.every(word => known.has(word.text))),
    )
    .map(({ words, offset }) => [offset + words[0]!.start, offset + words.at(-1)!.end]);
}

function linesOf(text: string): { line: string; offset: number }[] {
  let offset = 0;
  return text.split('\n').map(line => {
    const start = offset;
    offset += line.length + 1;
    return { line, offset: start };
  });
}

const isSure = (run: Candidate) => run.score >= run.enough;

/** Words of a name that are no English words: worth looking for elsewhere. */
const namesOf = (run: Candidate) =>
  run.words
    .filter((word, index) => word.shape === 'capital' && (run.bits[index]! & (COMMON | NOT_NAME)) === 0)
    .map(word => word.text);

function candidatesIn(line: string, offset: number): Candidate[] {
  const words = wordsOf(line);
  const bits = words.map(word => knownAs(word.text));
  const isLog = isTelemetry(line);
  const enough = isLog ? ENOUGH.telemetry : ENOUGH.prose;
  const runs = runsOf(words, bits, isLog).map(run => ({
    ...run,
    offset,
    enough,
    score: scoreOf(run, words, line, isLog),
  }));
  if (!isLog) lendToNeighbours(runs, words);
  return runs;
}

const isSpace = (gap: string) => gap === ' ' || gap === '  ';

/** Whether the word at `index` goes on with the name before it. */
function joins(words: readonly Word[], index: number): boolean {
  const { gap } = words[index]!;
  return isSpace(gap) || (gap === '. ' && words[index - 1]!.text.length === 1);
}

function runsOf(words: readonly Word[], bits: readonly number[], isLog: boolean): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    const end = isLog
      ? capitalRunEnd(words, bits, at)
      : Math.max(capitalRunEnd(words, bits, at), lowerRunEnd(words, bits, at));
    const first = trimmedStart(bits, at, end);
    if (end > first) runs.push({ words: words.slice(first, end), bits: bits.slice(first, end), at: first });
    at = Math.max(at, end - 1);
  }
  return runs;
}

/** Capitalised words, initials and particles between them: `Hanne I. Kreutzmann`, `Willemine ten Pas`. */
function capitalRunEnd(words: readonly Word[], bits: readonly number[], at: number): number {
  if (!isCapital(words[at]!) || isTitle(words[at]!) || (bits[at]! & FUNCTION) !== 0) return at;
  let end = at + 1;
  for (let next = end; next < words.length && joins(words, next) && next < at + 7; next++) {
    const { shape, text } = words[next]!;
    if ((bits[next]! & FUNCTION) !== 0 && shape !== 'initial') break;
    if (shape === 'capital' || suffixes.test(text)) end = next + 1;
    else if (shape !== 'initial' && !particles.has(text)) break;
  }
  return end;
}

const isCapital = ({ shape }: Word) => shape === 'capital';
const isTitle = ({ text }: Word) => titles.has(text.toLowerCase());

/** In lower case only words that a dictionary of names has and English has not begin a name. */
function lowerRunEnd(words: readonly Word[], bits: readonly number[], at: number): number {
  const isName = (index: number) =>
    words[index]?.shape === 'lower' &&
    words[index].text.length > 2 &&
    (bits[index]! & (GIVEN | SURNAME)) !== 0 &&
    (bits[index]! & (COMMON | NOT_NAME)) === 0;
  if (!isName(at)) return at;
  let end = at + 1;
  for (; end < words.length && joins(words, end) && end < at + 3; end++) {
    const { shape, text } = words[end]!;
    const isInitial = shape === 'lower' && text.length === 1;
    if (!isInitial && (shape !== 'lower' || (bits[end]! & COMMON) !== 0)) break;
  }
  return end;
}

/** A sentence begins with a capital too: `Is Hannah`, `Producer Alma`: its first common words do not belong to the name. */
function trimmedStart(bits: readonly number[], at: number, end: number): number {
  let first = at;
  while (first < end - 1 && (bits[first]! & COMMON) !== 0 && (bits[first]! & (GIVEN | SURNAME)) === 0)
    first++;
  return first;
}

/** `isFirst`: a sentence begins here, so that the capital says nothing. */
function weightOf(word: Word, known: number, isFirst: boolean): number {
  if (word.shape === 'initial' || suffixes.test(word.text)) return 1;
  if (particles.has(word.text)) return 0;
  if ((known & NOT_NAME) !== 0) return -4;
  const isName = (known & (GIVEN | SURNAME)) !== 0;
  if ((known & COMMON) !== 0) return isName ? (isFirst || !(known & GIVEN) ? 0.5 : 1) : -1;
  const accent = /[^\0-\x7f]/.test(word.text) ? 0.5 : 0;
  if (isName) return accent + 2;
  return accent + ((known & PLACE) !== 0 ? 0 : 1);
}

/** Headings such as `Name: …` and `Date: …`; given names that are words too (John, Mark) stay candidates. */
const isEveryday = (run: Run) => run.bits.every(known => (known & (COMMON | GIVEN)) === COMMON);

const isListed = (run: Run) => run.bits.some(known => (known & (GIVEN | SURNAME)) !== 0);

/** Nothing, a line's end or a sentence's end stands before. */
const startsSentence = (gap: string) =>
  gap.trim() === '' ? gap.includes('\n') || gap === '' : /[.?!"“(\n]/.test(gap);

function scoreOf(run: Run, words: readonly Word[], text: string, isLog: boolean): number {
  const own = run.words.reduce(
    (sum, word, index) => sum + weightOf(word, run.bits[index]!, startsSentence(word.gap)),
    0,
  );
  const next = words[run.at + run.words.length];
  const isInstitution =
    institution.test(run.words.at(-1)!.text) ||
    (next !== undefined && isSpace(next.gap) && institution.test(next.text));
  if (isInstitution) return own - 4;
  const together = run.words.length > 1 && run.words.length < 5 && own > 0 ? 1 : 0;
  const before = weightBefore(run, words);
  const after = next === undefined || isLog ? 0 : weightAfter(run, next, text);
  const cue = isLog && before < 3 ? 0 : Math.max(before, after) + (before > 0 && after > 0 ? 0.5 : 0);
  return own + together + cue + (isLog || before > 0 ? 0 : aloneOnLine(run, next, text));
}

function weightBefore(run: Run, words: readonly Word[]): number {
  const previous = words[run.at - 1];
  if (!previous) return 0;
  const { gap } = run.words[0]!;
  const word = previous.text.toLowerCase();
  if (titles.has(word) && /^\.? $/.test(gap)) return 3;
  const label = labelsBefore.get(word + gap.trim());
  if (label !== undefined) return label;
  if (gap === ', ') return 0.5;
  if (!isSpace(gap)) return 0;
  const beforeThat = words[run.at - 2];
  const pair = beforeThat && isSpace(previous.gap) ? `${beforeThat.text.toLowerCase()} ${word}` : word;
  return cuesBefore.get(pair) ?? cuesBefore.get(word) ?? 0;
}

function weightAfter(run: Run, next: Word, text: string): number {
  const end = run.words.at(-1)!.end;
  if (/^['’]s\b/.test(text.slice(end, end + 3))) return 1;
  if (/^ ?: ?["“']/.test(text.slice(end, end + 4))) return 2;
  if (next.gap.startsWith(':') && labelsBefore.has(`${run.words.at(-1)!.text.toLowerCase()}:`)) return -4;
  if (run.at === 0 && next.gap === ': ' && !isEveryday(run) && next.shape !== 'lower')
    return isListed(run) ? 1.5 : 0.5;
  return isSpace(next.gap) ? (cuesAfter.get(next.text.toLowerCase()) ?? 0) : 0;
}

/** A signature, an address block: nothing else on the line, but for marks of quotation. */
function aloneOnLine(run: Run, next: Word | undefined, text: string): number {
  const start = run.words[0]!.start;
  const end = next === undefined ? text.length : next.start;
  const behind = text.slice(run.words.at(-1)!.end, end);
  const isAlone = /^[\s>?*-]*$/.test(text.slice(0, start)) && /^[^\w:]*(?:\n|$)/.test(behind);
  return isAlone ? 1 : 0;
}

/** In `Monjeau, Graves and Reed` a name that is sure lends weight to those beside it. */
function lendToNeighbours(runs: Candidate[], words: readonly Word[]): void {
  const isList = (left: Run, right: Run) => {
    const end = left.at + left.words.length;
    const between = words
      .slice(end, right.at + 1)
      .map((word, index, all) => word.gap + (index < all.length - 1 ? word.text : ''));
    return /^(?:,? (?:and|or|&) |, )$/.test(between.join(''));
  };
  const lend = (from: Candidate | undefined, to: Candidate, isNext: boolean) => {
    if (from && from.score >= ENOUGH.prose && to.score > -2 && isNext) to.score += 1.5;
  };
  runs.forEach((run, index) => {
    const left = runs[index - 1];
    if (left) lend(left, run, isList(left, run));
  });
  for (let index = runs.length - 2; index >= 0; index--) {
    const right = runs[index + 1]!;
    lend(right, runs[index]!, isList(runs[index]!, right));
  }
}
