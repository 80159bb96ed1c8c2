import type { Micros } from '../record.ts';
import type { IncidentState, IncidentTransition } from './incident.ts';

export const TIME_NAMES = [
  'startedAt',
  'detectedAt',
  'declaredAt',
  'acknowledgedAt',
  'mitigatedAt',
  'restoredAt',
  'closedAt',
] as const;
export type TimeName = (typeof TIME_NAMES)[number];

/** When each thing happened, in microseconds UTC; null where nobody knows. */
export type IncidentTimes = Readonly<Record<TimeName, Micros | null>>;

export const NO_TIMES: IncidentTimes = {
  startedAt: null,
  detectedAt: null,
  declaredAt: null,
  acknowledgedAt: null,
  mitigatedAt: null,
  restoredAt: null,
  closedAt: null,
};

/** What each time is called in a sentence and on a form, and what exactly it is the time of. */
export const TIME_WORDS = {
  startedAt: {
    word: 'started',
    label: 'Impact started',
    meaning: 'The first moment at which someone could have been affected.',
  },
  detectedAt: {
    word: 'detected',
    label: 'Detected',
    meaning: 'An alert, a person or a customer first noticed.',
  },
  declaredAt: { word: 'declared', label: 'Declared', meaning: 'It was called an incident.' },
  acknowledgedAt: { word: 'acknowledged', label: 'Acknowledged', meaning: 'Someone took it on.' },
  mitigatedAt: {
    word: 'mitigated',
    label: 'Mitigated',
    meaning: 'The effect was contained, even if not over.',
  },
  restoredAt: {
    word: 'restored',
    label: 'Restored',
    meaning: 'Service was back to what it promises, for everyone.',
  },
  closedAt: { word: 'closed', label: 'Closed', meaning: 'Nothing is left to do for the response.' },
} as const satisfies Record<TimeName, { word: string; label: string; meaning: string }>;

/** The time that each transition sets; reopening sets none. */
export const TIME_OF_TRANSITION = {
  acknowledge: 'acknowledgedAt',
  mitigate: 'mitigatedAt',
  restore: 'restoredAt',
  close: 'closedAt',
  reopen: null,
} as const satisfies Record<IncidentTransition, TimeName | null>;

/** The times that a state says have come, whether or not anyone noted them. */
const REACHED = {
  declared: ['declaredAt'],
  acknowledged: ['declaredAt', 'acknowledgedAt'],
  mitigated: ['declaredAt', 'acknowledgedAt', 'mitigatedAt'],
  restored: ['declaredAt', 'acknowledgedAt', 'mitigatedAt', 'restoredAt'],
  closed: ['declaredAt', 'acknowledgedAt', 'mitigatedAt', 'restoredAt', 'closedAt'],
} as const satisfies Record<IncidentState, readonly TimeName[]>;

/** Times that must have happened by this state but are not known: what to ask for when there is time to answer. */
export function unknownTimes(state: IncidentState, times: IncidentTimes): TimeName[] {
  const due: readonly TimeName[] = ['startedAt', 'detectedAt', ...REACHED[state]];
  return due.filter(name => times[name] === null);
}
