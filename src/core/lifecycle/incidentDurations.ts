import type { Micros } from '../record.ts';
import { type IncidentTimes, TIME_WORDS, type TimeName } from './incidentTimes.ts';

export const DURATION_NAMES = ['detect', 'acknowledge', 'mitigate', 'restore'] as const;
export type DurationName = (typeof DURATION_NAMES)[number];

/** From which time to which each is counted: M1 to M4. */
export const DURATIONS = {
  detect: { label: 'Time to detect', from: 'startedAt', to: 'detectedAt' },
  acknowledge: { label: 'Time to acknowledge', from: 'detectedAt', to: 'acknowledgedAt' },
  mitigate: { label: 'Time to mitigate', from: 'startedAt', to: 'mitigatedAt' },
  restore: { label: 'Time to restore', from: 'startedAt', to: 'restoredAt' },
} as const satisfies Record<DurationName, { label: string; from: TimeName; to: TimeName }>;

/** A length in microseconds, or null and why there is none. */
export type Duration = { us: Micros; reason: '' } | { us: null; reason: string };

/** The four durations of an incident. An impossible order gives none, rather than a negative one in an average. */
export function durationsOf(times: IncidentTimes): Record<DurationName, Duration> {
  return {
    detect: durationOf(times, 'detect'),
    acknowledge: durationOf(times, 'acknowledge'),
    mitigate: durationOf(times, 'mitigate'),
    restore: durationOf(times, 'restore'),
  };
}

function durationOf(times: IncidentTimes, name: DurationName): Duration {
  const { from, to } = DURATIONS[name];
  const [start, end] = [times[from], times[to]];
  const missing = [from, to].filter(one => times[one] === null);
  if (start === null || end === null)
    return { us: null, reason: `Not known when it ${missing.map(one => PAST[one]).join(' and ')}.` };
  if (end < start)
    return {
      us: null,
      reason: `${TIME_WORDS[to].label} comes before ${TIME_WORDS[from].word}, so the length is not counted.`,
    };
  return { us: end - start, reason: '' };
}

const PAST: Readonly<Record<TimeName, string>> = {
  startedAt: 'started',
  detectedAt: 'was detected',
  declaredAt: 'was declared',
  acknowledgedAt: 'was acknowledged',
  mitigatedAt: 'was mitigated',
  restoredAt: 'was restored',
  closedAt: 'was closed',
};
