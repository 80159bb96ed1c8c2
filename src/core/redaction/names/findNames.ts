import { chatStamp, hasNameShape, isTelemetry } from './isTelemetry.ts';
import { COMMON, knownAs, NOT_NAME } from './lexicon.ts';
import { type Run, runsOf } from './runs.ts';
import { ENOUGH, scoreOf } from './scoreOf.ts';
import { type Stretch, stretchesOf } from './stretchesOf.ts';
import { type Word, wordsOf } from './words.ts';

interface Candidate extends Run {
  score: number;
  /** What `score` must reach. */
  enough: number;
  /** Where the line of the words begins in the text. */
  offset: number;
}

/**
 * Finds names of people: `[start, end)`, ascending. A score of what dictionaries know of the words, how they are
 * written and what stands around them decides; neither a dictionary nor a cue is enough for every name. Lines are
 * judged one by one, but a name that one line gives away is found in the others too.
 */
export function findNames(text: string): [number, number][] {
  const candidates = linesOf(text).flatMap(({ text: line, offset }) => candidatesIn(line, offset));
  const known = new Set(candidates.filter(isSure).flatMap(strangeWordsOf));
  return candidates
    .filter(
      run => isSure(run) || (run.enough === ENOUGH.prose && run.words.every(word => known.has(word.text))),
    )
    .map(({ words, offset }) => [offset + words[0]!.start, offset + words.at(-1)!.end]);
}

/** The lines with their offsets, long ones in pieces; of a line of chat only what is behind its stamp. */
function linesOf(text: string): Stretch[] {
  let offset = 0;
  return text.split('\n').flatMap(line => {
    const stamp = chatStamp.exec(line)?.[0].length ?? 0;
    const start = offset + stamp;
    offset += line.length + 1;
    return stretchesOf(line.slice(stamp)).map(piece => ({ text: piece.text, offset: start + piece.offset }));
  });
}

const isSure = (run: Candidate) => run.score >= run.enough;

/** Words of a name that are no English words: worth looking for elsewhere. */
const strangeWordsOf = (run: Candidate) =>
  run.words
    .filter((word, index) => word.shape === 'capital' && (run.bits[index]! & (COMMON | NOT_NAME)) === 0)
    .map(word => word.text);

function candidatesIn(line: string, offset: number): Candidate[] {
  const isLog = isTelemetry(line);
  if (isLog && !hasNameShape(line)) return [];
  const words = wordsOf(line);
  const bits = words.map(word => knownAs(word.text));
  const enough = isLog ? ENOUGH.telemetry : ENOUGH.prose;
  const candidates = runsOf(words, bits, !isLog).map(run => ({
    ...run,
    offset,
    enough,
    score: scoreOf(run, words, line, isLog),
  }));
  if (!isLog) lendToNeighbours(candidates, words);
  return candidates;
}

/** In `Monjeau, Graves and Reed` a name that is sure lends weight to those beside it, first rightwards, then leftwards. */
function lendToNeighbours(candidates: Candidate[], words: readonly Word[]): void {
  const pairs = candidates
    .slice(1)
    .map((right, index) => [candidates[index]!, right] as const)
    .filter(([left, right]) => isListed(left, right, words));
  const lend = (from: Candidate, to: Candidate) => {
    if (isSure(from) && to.score > -2) to.score += 1.5;
  };
  for (const [left, right] of pairs) lend(left, right);
  for (const [left, right] of pairs.toReversed()) lend(right, left);
}

/** Whether nothing but a comma or `and` stands between the two. */
function isListed(left: Run, right: Run, words: readonly Word[]): boolean {
  const end = left.at + left.words.length;
  const between = words.slice(end, right.at).map(word => word.gap + word.text);
  return /^(?:,? (?:and|or|&) |, )$/.test(between.join('') + right.words[0]!.gap);
}
