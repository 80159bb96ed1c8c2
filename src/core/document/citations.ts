import type { Citation, CitationId } from './bundle.ts';
import type { Evidence } from './evidence.ts';

export interface Citations {
  /** The id for this evidence; the same evidence gets the same id. */
  cite(evidence: Evidence): CitationId;
  citeAll(evidence: readonly Evidence[]): CitationId[];
  /** Everything cited so far, in order of first use. */
  list(): Citation[];
}

/** An empty list of citations. */
export function openCitations(): Citations {
  const ids = new Map<string, CitationId>();
  const citations: Citation[] = [];
  const cite = (evidence: Evidence): CitationId => {
    const key = keyOf(evidence);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `e${citations.length + 1}`;
    ids.set(key, id);
    citations.push({ id, ...evidence });
    return id;
  };
  return {
    cite,
    citeAll: evidence => [...new Set(evidence.filter(isSomething).map(cite))],
    list: () => citations,
  };
}

const isSomething = ({ records, query, series, path }: Evidence): boolean =>
  records.length > 0 || query !== undefined || series !== undefined || path !== undefined;

const keyOf = ({ records, query, series, path }: Evidence): string =>
  JSON.stringify([
    query ?? '',
    series ?? '',
    path ?? '',
    query === undefined
      ? records.map(record => [record.path, record.line, record.at, record.spanId, record.name, record.body])
      : [],
  ]);
