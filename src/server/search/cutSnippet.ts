/** A stretch of a text with the words that matched. */
export interface Stretch {
  text: string;
  /** From and to of each word that matched, in UTF-16 units of the stretch. */
  marks: [number, number][];
  isCut: { before: boolean; after: boolean };
}

/** As the index splits texts: letters and digits in a row. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** UTF-16 units of a stretch, at most; and how many of them come before the first mark. */
const MOST = 240;
const LEAD = 60;

/** The words of texts, each once, as they are written. */
export const wordsOf = (texts: Iterable<string>): Set<string> =>
  new Set(Array.from(texts).flatMap(text => text.match(WORD) ?? []));

/** The stretch of a text with the most words that matched; null where none did. */
export function cutSnippet(text: string, matching: ReadonlySet<string>): Stretch | null {
  const marks = marksIn(text, matching);
  if (marks.length === 0) return null;
  const first = densest(marks, MOST - LEAD);
  const from = startOf(text, marks[first]![0]);
  const to = endOf(text, from);
  return {
    text: text.slice(from, to),
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): [number, number] => [start - from, end - from]),
    isCut: { before: from > 0, after: to < text.length },
  };
}

function marksIn(text: string, matching: ReadonlySet<string>): [number, number][] {
  return Array.from(text.matchAll(WORD))
    .filter(([word]) => matching.has(word))
    .map(({ 0: word, index }): [number, number] => [index, index + word.length]);
}

/** The mark from which on most others lie within so many units. */
function densest(marks: readonly [number, number][], within: number): number {
  let best = 0;
  let most = 0;
  for (let first = 0, behind = 0; first < marks.length; first++) {
    while (behind < marks.length && marks[behind]![1] <= marks[first]![0] + within) behind++;
    if (behind - first <= most) continue;
    most = behind - first;
    best = first;
  }
  return best;
}

/** A little before the mark, at the beginning of a word where one is near. */
function startOf(text: string, mark: number): number {
  if (mark <= LEAD) return 0;
  const space = text.slice(mark - LEAD, mark).search(/\s/);
  return whole(text, space < 0 ? mark - LEAD : mark - LEAD + space + 1);
}

function endOf(text: string, from: number): number {
  if (text.length - from <= MOST) return text.length;
  const space = text.slice(from, from + MOST).search(/\s\S*$/);
  return whole(text, space > MOST / 2 ? from + space : from + MOST);
}

/** No surrogate pair is cut in two. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
