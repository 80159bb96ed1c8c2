import { contentWords, isCommonplace, wordsOf } from './contentWords.ts';
import { FILLER_RULES } from './fillerPhrases.ts';
import { CELL, sentencesOf } from './sentencesOf.ts';

/** Fewer different words than this in a sentence are a label, not a statement. */
const LEAST_WORDS = 2;
/** This share of a sentence's runs of three words in the guidance makes it a copy. */
const COPIED = 0.6;

/** The same for the one cell of a table's row that is left when the others are filler. */
const LEAST_WORDS_OF_NAME = 4;

/** What stands in for a text is short; this also bounds the time that the patterns take. */
const LONGEST_FILLER = 300;

export interface LeftOut {
  sentence: string;
  as: 'filler' | 'guidance' | 'label';
}

export interface Meaning {
  /** Different words that say something. */
  words: Set<string>;
  /** Sentences left out, and as what. */
  leftOut: LeftOut[];
}

/**
 * What a Markdown text says once filler is taken away. Every sentence is judged by itself and words are counted once,
 * so filler never adds and a real sentence never takes away.
 */
export function meaningOf(markdown: string, guidance: readonly string[] = []): Meaning {
  const words = new Set<string>();
  const leftOut: LeftOut[] = [];
  const guide = tracesOf(guidance);
  for (const sentence of sentencesOf(markdown)) {
    const read = readSentence(sentence, guide);
    if (typeof read === 'string') leftOut.push({ sentence, as: read });
    else for (const word of read) words.add(word);
  }
  return { words, leftOut };
}

/** The words that a sentence gives, or as what it is left out. */
function readSentence(sentence: string, guide: ReadonlySet<string>): Set<string> | LeftOut['as'] {
  if (isCopy(sentence, guide) || isCopy(afterLabel(sentence), guide)) return 'guidance';
  const cells = sentence.split(CELL);
  const said = cells.filter(cell => !isFillerSentence(cell) && !isCopy(cell, guide));
  const words = contentWords(said.join(CELL));
  if (words.size === 0) return 'filler';
  // A row whose values are missing: what remains is the name of what should stand there.
  if (said.length < cells.length && said.filter(cell => contentWords(cell).size > 0).length < 2)
    return words.size < LEAST_WORDS_OF_NAME ? 'filler' : words;
  const isLabel = words.size < LEAST_WORDS || /:\s*$/.test(sentence);
  return isLabel || isCommonplace(words) ? 'label' : words;
}

/** A sentence, or the value behind its label, that is filler by rule or says one thing over and over. */
function isFillerSentence(sentence: string): boolean {
  if (sentence.length > LONGEST_FILLER) return isRepetition(sentence);
  return [sentence, afterLabel(sentence)].some(
    text => isRepetition(text) || FILLER_RULES.some(({ pattern }) => pattern.test(text.toLowerCase())),
  );
}

function isRepetition(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 1 && new Set(words).size * 3 <= Math.max(words.length, 3);
}

/** `Owner: Kim` → `Kim`; a text without a label is its own value. */
const afterLabel = (sentence: string): string => sentence.replace(/^[^:]{1,40}:\s+/, '');

/** Runs of three words in the guidance, and its shorter sentences whole. */
function tracesOf(guidance: readonly string[]): Set<string> {
  const sentences = guidance.flatMap(text => sentencesOf(text)).map(wordsOf);
  return new Set(sentences.flatMap(words => (words.length < 3 ? [words.join(' ')] : runsOf(words))));
}

function isCopy(sentence: string, guide: ReadonlySet<string>): boolean {
  const words = wordsOf(sentence);
  if (words.length < 3) return guide.has(words.join(' '));
  const runs = runsOf(words);
  return runs.filter(run => guide.has(run)).length >= runs.length * COPIED;
}

const runsOf = (words: readonly string[]): string[] =>
  words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
