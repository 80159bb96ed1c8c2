/** Bytes fold to as many codes: letters without case, digits to one, a few marks, all else to one. */
export const FOLDS = 32;

const DIGIT_FOLD = 27;
const OTHER_FOLD = 31;
/** Marks in which keywords abound have codes of their own, two to a code where one of them is rare. */
const MARK_FOLDS = new Map(
  (
    [
      [' ', 0],
      ['_', 28],
      ['$', 28],
      ['-', 29],
      [':', 29],
      ['.', 30],
    ] as const
  ).map(([mark, fold]) => [mark.charCodeAt(0), fold]),
);

/** The code of a byte, 0 to 31. */
export function foldOf(byte: number): number {
  const letter = (byte | 32) - 96;
  if (byte >= 65 && byte < 128 && letter >= 1 && letter <= 26) return letter;
  if (byte >= 48 && byte <= 57) return DIGIT_FOLD;
  return MARK_FOLDS.get(byte) ?? OTHER_FOLD;
}

/** Letters of escapes such as `\n` and digits of `%20` may stand before a word that begins there: they count as none. */
export function isLetterFold(fold: number): boolean {
  return fold >= 1 && fold <= 26 && !ESCAPE_FOLDS.has(fold);
}

const ESCAPE_FOLDS = new Set(Array.from('nrtbfacde', letter => foldOf(letter.charCodeAt(0))));
