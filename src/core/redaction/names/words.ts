/** One word of a text, `[start, end)`, without a possessive `'s` or a final stop. */
export interface Word {
  start: number;
  end: number;
  text: string;
  /** `capital`: Anna, McDowell, O'Neil; `initial`: J or J.; `caps`: ANNA; `caseless`: 宮沢;
   * `mixed`: camelCase, with digits or underscores. */
  shape: 'capital' | 'initial' | 'caps' | 'lower' | 'caseless' | 'mixed';
  /** What stands between the word before (or the text's start) and this one. */
  gap: string;
}

/** Letters of any script, joined by apostrophes and hyphens; digits and underscores belong to a word and make it `mixed`. */
const wordPattern = /[\p{L}\p{M}\p{N}_]+(?:['’.-](?=\p{L})[\p{L}\p{M}\p{N}_]+)*/gu;
const possessive = /['’][sS]$/;

/** Nine words of ten. */
const plainLower = /^[a-z]+$/;

const shapes: readonly (readonly [RegExp, Word['shape']])[] = [
  [/^\p{Lu}$/u, 'initial'],
  [/[\p{N}_.]|-\p{Ll}+-/u, 'mixed'],
  [
    /^(?:\p{Lu}['’])?(?:Mc|Mac|Le|La|De|Di|Du|Van|Fitz|O['’]|D['’])?\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}?\p{Ll}+)*$/u,
    'capital',
  ],
  [/^\p{Lu}[\p{Lu}'’-]+$/u, 'caps'],
  [/^\p{Ll}+(?:[-'’]\p{Ll}+)*$/u, 'lower'],
  [/^[\p{Lo}\p{Lm}\p{M}]{1,12}$/u, 'caseless'],
];

/** Splits a text into its words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { index, 0: found } of text.matchAll(wordPattern)) {
    const word = found.replace(possessive, '');
    words.push({
      start: index,
      end: index + word.length,
      text: word,
      shape: shapeOf(word),
      gap: text.slice(last, index),
    });
    last = index + word.length;
  }
  return words;
}

function shapeOf(word: string): Word['shape'] {
  if (plainLower.test(word)) return 'lower';
  return shapes.find(([pattern]) => pattern.test(word))?.[1] ?? 'mixed';
}
