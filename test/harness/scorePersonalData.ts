/** A text with what is personal in it: `[kind, start, end)`, in UTF-16 units. */
export interface AnnotatedText {
  text: string;
  spans: readonly (readonly [kind: string, start: number, end: number])[];
}

export interface PersonalDataScore {
  /** By kind: spans of which every letter and digit was found, of all. */
  recall: ReadonlyMap<string, { found: number; all: number }>;
  /** Words outside every span, and those of them that were found all the same. */
  words: number;
  lost: readonly string[];
}

type FindSpans = (text: string) => readonly { start: number; end: number }[];

/** Compares what `find` finds with what is annotated. */
export function scorePersonalData(texts: readonly AnnotatedText[], find: FindSpans): PersonalDataScore {
  const recall = new Map<string, { found: number; all: number }>();
  const lost: string[] = [];
  let words = 0;
  for (const { text, spans } of texts) {
    const isFound = markedIn(
      text,
      find(text).map(({ start, end }) => [start, end]),
    );
    const isAnnotated = markedIn(
      text,
      spans.map(([, start, end]) => [start, end]),
    );
    for (const [kind, start, end] of spans) {
      const count = recall.get(kind) ?? { found: 0, all: 0 };
      recall.set(kind, count);
      count.all += 1;
      if (charactersOf(text, start, end).every(at => isFound[at] === 1)) count.found += 1;
    }
    for (const { index, 0: word } of text.matchAll(/\S+/g)) {
      const places = Array.from(word, (_, offset) => index + offset);
      if (places.some(at => isAnnotated[at] === 1)) continue;
      words += 1;
      if (places.some(at => isFound[at] === 1)) lost.push(word);
    }
  }
  return { recall, words, lost };
}

function markedIn(text: string, spans: readonly (readonly [number, number])[]): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const [start, end] of spans) marks.fill(1, start, end);
  return marks;
}

/** Offsets of letters and digits; what stands between them gives nothing away. */
function charactersOf(text: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  for (let at = start; at < end; at += 1) if (/[\p{L}\p{N}]/u.test(text[at]!)) offsets.push(at);
  return offsets;
}
