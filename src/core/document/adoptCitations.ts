import type { Citation, CitationId } from './bundle.ts';

const LINK = /\[(e\d+)\]\(#\1\)/g;

export interface Adopted {
  /** The texts, their links renamed. */
  texts: string[];
  /** What the texts cite and was not known before, under its new names. */
  added: Citation[];
}

/**
 * Takes texts of a draft into a document that cites other evidence already: every citation that they use gets a name that
 * is free there, or the name that the same evidence has there already. So `e3` means one thing in a document for ever,
 * though each draft counts from `e1`.
 */
export function adoptCitations(
  texts: readonly string[],
  offered: readonly Citation[],
  known: readonly Citation[],
): Adopted {
  const names = new Map(known.map(citation => [contentOf(citation), citation.id]));
  const byId = new Map(offered.map(citation => [citation.id, citation]));
  const added: Citation[] = [];
  let last = Math.max(0, ...known.map(({ id }) => Number(id.slice(1))));

  const rename = (id: CitationId): CitationId | undefined => {
    const citation = byId.get(id);
    if (citation === undefined) return undefined;
    const content = contentOf(citation);
    const name = names.get(content) ?? `e${++last}`;
    if (!names.has(content)) {
      names.set(content, name);
      added.push({ ...citation, id: name });
    }
    return name;
  };

  return {
    texts: texts.map(text =>
      text.replace(LINK, (link, id: CitationId) => {
        const name = rename(id);
        return name === undefined ? link : `[${name}](#${name})`;
      }),
    ),
    added,
  };
}

/** What a citation shows, whatever it is called; keys in one order, because a database may turn them round. */
const contentOf = ({ id: _, ...content }: Citation): string => JSON.stringify(content, sortKeys);

const sortKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
