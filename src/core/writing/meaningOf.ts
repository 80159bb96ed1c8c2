import { contentWords, wordsOf } from './contentWords.ts';
import { FILLER_RULES } from './fillerPhrases.ts';
import { sentencesOf } from './sentencesOf.ts';

/** Fewer different words than this in a sentence are a label, not a statement. */
const LEAST_WORDS = 2;
/** This share of a sentence's runs of three words in the guidance makes it a copy. */
const COPIED = 0.6;

export interface Meaning {
  /** Different words that say something. */
  words: Set<string>;
  /** Sentences left out, and as what. */
  leftOut: { sentence: string; as: 'filler' | 'guidance' | 'label' }[];
}

/**
 * What a Markdown text says once filler is taken away. Every sentence is judged by itself and words are counted once,
 * so filler never adds and a real sentence never takes away.
 */
export function meaningOf(markdown: string, guidance: readonly string[] = []): Meaning {
  const words = new Set<string>();
  const leftOut: Meaning['leftOut'] = [];
  const guide = tracesOf(guidance);
  for (const sentence of sentencesOf(markdown)) {
    const as = leaveOut(sentence, guide);
    if (as !== undefined) leftOut.push({ sentence, as });
    else for (const word of contentWords(sentence)) words.add(word);
  }
  return { words, leftOut };
}

function leaveOut(sentence: string, guide: ReadonlySet<string>): 'filler' | 'guidance' | 'label' | undefined {
  if (isCopy(sentence, guide)) return 'guidance';
  const said = sentence.toLowerCase();
  if (FILLER_RULES.some(({ pattern }) => pattern.test(said))) return 'filler';
  const count = contentWords(sentence).size;
  if (count === 0) return 'filler';
  return count < LEAST_WORDS || /:\s*$/.test(sentence) ? 'label' : undefined;
}

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
