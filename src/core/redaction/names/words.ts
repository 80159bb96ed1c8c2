/** One word of a text, `[start, end)`, without a possessive `'s` or a final stop. */
export interface Word {
  start: number;
  end: number;
  text: string;
  shape: WordShape;
  /** What stands between the word before (or the text's start) and this one. */
  gap: string;
}

/**
 * `capital`: Anna, McDowell, O'Neil; `initial`: J; `caps`: ANNA; `caseless`: 宮沢; `mixed`: camelCase, a word with
 * digits, underscores or inner dots.
 */
export type WordShape = 'capital' | 'initial' | 'caps' | 'lower' | 'caseless' | 'mixed';

const [LOWER, UPPER, OTHER, JOINT] = [1, 2, 4, 8] as const;

/** Splits a text into its words: letters of any script, digits and underscores, joined by `'`, `-` and `.` inside. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  let at = 0;
  while (at < text.length) {
    const first = kindOf(text.charCodeAt(at));
    if (first === 0 || first === JOINT) {
      at += 1;
      continue;
    }
    const start = at;
    let rest = 0;
    for (at += 1; at < text.length; at += 1) {
      const kind = kindOf(text.charCodeAt(at));
      const isInside = kind === JOINT ? isLetter(text.charCodeAt(at + 1)) : kind !== 0;
      if (!isInside) break;
      rest |= kind;
    }
    const end = (rest & JOINT) !== 0 && possessive.test(text.slice(at - 2, at)) ? at - 2 : at;
    const word = text.slice(start, end);
    words.push({ start, end, text: word, shape: shapeOf(word, first, rest), gap: text.slice(last, start) });
    last = end;
  }
  return words;
}

const possessive = /^['’][sS]$/;

/** Nearly every word is of one of the first four kinds; the others are asked one by one. */
function shapeOf(word: string, first: number, rest: number): WordShape {
  if ((rest | first) === LOWER) return 'lower';
  if (first === UPPER && rest === LOWER) return 'capital';
  if (first === UPPER && rest === 0) return 'initial';
  if (first === UPPER && rest === UPPER) return 'caps';
  return rareShapes.find(([pattern]) => pattern.test(word))?.[1] ?? 'mixed';
}

const rareShapes: readonly (readonly [RegExp, WordShape])[] = [
  [/[\p{N}_.]|-\p{Ll}+-/u, 'mixed'],
  [
    /^(?:\p{Lu}['’])?(?:Mc|Mac|Le|La|De|Di|Du|Van|Fitz|O['’]|D['’])?\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}?\p{Ll}+)*$/u,
    'capital',
  ],
  [/^\p{Lu}[\p{Lu}'’-]+$/u, 'caps'],
  [/^\p{Ll}+(?:[-'’]\p{Ll}+)*$/u, 'lower'],
  [/^[\p{Lo}\p{Lm}\p{M}]{1,12}$/u, 'caseless'],
];

/** Kind of each UTF-16 unit, looked up once; 255 is not yet known. Halves of pairs are no letters. */
const kinds = new Uint8Array(65_536).fill(255);

function kindOf(code: number): number {
  const known = kinds[code]!;
  if (known !== 255) return known;
  const character = String.fromCharCode(code);
  const kind = kindTests.find(([pattern]) => pattern.test(character))?.[1] ?? 0;
  kinds[code] = kind;
  return kind;
}

const kindTests: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, LOWER],
  [/\p{Lu}/u, UPPER],
  [/[\p{L}\p{M}\p{N}_]/u, OTHER],
  [/['’.-]/, JOINT],
];

function isLetter(code: number): boolean {
  return (
    code >= 0 && (kindOf(code) & (LOWER | UPPER | OTHER)) !== 0 && !(code >= 48 && code <= 57) && code !== 95
  );
}
