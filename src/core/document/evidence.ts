import type { Citation, CitationId } from './bundle.ts';

/** What a finding rests on, before a bundle gives it an id: records (already redacted), a query, or a series. */
export type Evidence = Omit<Citation, 'id'>;

/** A ranked candidate or moment as its producer leaves it: evidence in place of citation ids. */
export type WithEvidence<Finding extends { cites: CitationId[] }> = Omit<Finding, 'cites'> & {
  evidence: Evidence[];
};
