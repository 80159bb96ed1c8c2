import type { Citation, CitationId, Suspect } from './bundle.ts';

/** What a finding rests on, before a bundle gives it an id: records (already redacted), a query, or a series. */
export type Evidence = Omit<Citation, 'id'>;

/** A ranked candidate or moment as its producer leaves it: evidence in place of citation ids. */
export type WithEvidence<Finding extends { cites: CitationId[] }> = Omit<Finding, 'cites'> & {
  evidence: Evidence[];
};

/** A suspect as the ranking leaves it. */
export type RankedSuspect = Omit<Suspect, 'cites' | 'signals'> & {
  signals: WithEvidence<Suspect['signals'][number]>[];
};

/** What the ranking gives: candidates, and what it could not judge and why (one sentence each). */
export interface Ranking {
  suspects: RankedSuspect[];
  notes: string[];
}
