import { type Candidate, combineSignals } from './combineSignals.ts';
import { judgeCosts } from './judgeCosts.ts';
import { judgeMetrics } from './judgeMetrics.ts';
import { judgeNotices } from './judgeNotices.ts';
import { judgePatterns } from './judgePatterns.ts';
import type { Shifts } from './shifts.ts';

/** Below this a candidate is noise. */
const WORTH_SHOWING = 0.02;

/** Services (or components) that the evidence speaks against, most suspect first. */
export function rankCandidates(shifts: Shifts): Candidate[] {
  const signals = [
    ...judgeCosts(shifts),
    ...judgePatterns(shifts),
    ...judgeMetrics(shifts),
    ...judgeNotices(shifts),
  ];
  return combineSignals(signals, shifts.calls).filter(candidate => candidate.score >= WORTH_SHOWING);
}
