import type { Db } from '../platform/db/openDatabase.ts';
import { cutSnippet, type Stretch, wordsOf } from './cutSnippet.ts';
import { type FoundText, listMatchingWords, readTexts } from './hitStore.ts';

export type Field = 'title' | 'text' | 'notes' | 'names';
export type Snippet = Stretch & { field: Field };

/** `[e3](#e3)`: a link to evidence, which says nothing here. */
const CITATION = / ?\[e\d+\]\(#e\d+\)/g;

const FIELDS: readonly { field: Field; of: (text: FoundText) => string }[] = [
  { field: 'title', of: ({ title }) => title },
  { field: 'text', of: ({ body }) => body.replaceAll(CITATION, '') },
  { field: 'notes', of: ({ notes }) => notes },
  { field: 'names', of: ({ names }) => names ?? '' },
];

/** Snippets of each of some documents, by id: a stretch of every field in which the search matched. */
export async function markTexts(
  db: Db,
  ords: readonly number[],
  { query, anyWord }: { query: string; anyWord: string },
): Promise<Map<string, Snippet[]>> {
  const texts = await readTexts(db, { ords, query, anyWord });
  const candidates = [...wordsOf(texts.flatMap(text => FIELDS.map(({ of }) => of(text))))].filter(
    startsLikeOneOf(anyWord),
  );
  const matching = new Set(await listMatchingWords(db, candidates, anyWord));
  const snippets = new Map<string, Snippet[]>();
  for (const text of texts) {
    const known = snippets.get(text.id) ?? [];
    const added = FIELDS.filter(({ field }) => !known.some(snippet => snippet.field === field)).flatMap(
      ({ field, of }) => {
        const stretch = cutSnippet(of(text), matching);
        return stretch ? [{ field, ...stretch }] : [];
      },
    );
    snippets.set(text.id, [...known, ...added]);
  }
  return snippets;
}

/**
 * Whether a word may match a tsquery at all: it begins as one of its lexemes does. A first letter that is not of ASCII when
 * its accents are off may become anything, so its words may.
 */
function startsLikeOneOf(query: string): (word: string) => boolean {
  const initials = new Set(Array.from(query.matchAll(/'(.)/gu), ([, initial]) => initial));
  return word => {
    const initial = word.normalize('NFKD').charAt(0).toLowerCase();
    return initial > '\x7f' || initials.has(initial);
  };
}
