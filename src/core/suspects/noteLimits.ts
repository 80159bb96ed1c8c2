import type { Candidate } from './combineSignals.ts';
import type { Shifts } from './shifts.ts';

/** A ranking in which nobody scores this is one of small deviations, as quiet times have them too. */
const STANDS_OUT = 0.3;

/** Less of a past than this makes every comparison weak. */
const SHORT_MINUTES = 5;

/** What the evidence does not allow to judge, or does not show, one sentence each. */
export function noteLimits(
  { costs, patterns, metrics, baselineMinutes, units }: Shifts,
  candidates: Candidate[],
): string[] {
  const alone = metrics.filter(metric => metric.baselineN === 0 && metric.n > 0);
  const highest = Math.max(0, ...candidates.map(candidate => candidate.score));
  const rules: [boolean, string][] = [
    [
      units + metrics.length > 0 && highest < STANDS_OUT,
      'Nothing stands out clearly: what is listed are small deviations, as quiet times have them too.',
    ],
    [units === 0 && metrics.length === 0, 'The window holds no logs, traces or metrics to judge.'],
    [
      units > 0 && baselineMinutes === 0,
      'No logs or traces from outside the window: there is no baseline, so services are compared with each other only.',
    ],
    [
      units > 0 && baselineMinutes > 0 && baselineMinutes < SHORT_MINUTES,
      `Only ${baselineMinutes} min of logs and traces outside the window: the baseline is short, so slow edges are compared with other edges too.`,
    ],
    [
      metrics.length > 0 && alone.length === metrics.length,
      'No metric samples from outside the window: metrics have no baseline and are left out.',
    ],
    [
      metrics.length === 0,
      'No metrics in the window: shortages of CPU, memory or disk show only through their effects.',
    ],
    [
      units > 0 && costs.length === 0 && patterns.length === 0,
      'Nothing that requests did in the window differs from the baseline.',
    ],
  ];
  return rules.filter(([holds]) => holds).map(([, note]) => note);
}
