import type { Micros } from '../record.ts';
import { type IncidentState, type IncidentTransition, nextIncidentState } from './incident.ts';
import { type IncidentTimes, TIME_OF_TRANSITION, type TimeName } from './incidentTimes.ts';

export interface Course {
  state: IncidentState;
  times: IncidentTimes;
}

/** What a reopening takes back: the ends that turned out not to be ends. Their old values stay in the audit log. */
const TAKEN_BACK = { mitigatedAt: null, restoredAt: null, closedAt: null } as const satisfies {
  [name in TimeName]?: null;
};

/**
 * Moves an incident by one transition. Its time is `at` where a person gave one, else what was noted before, else
 * `now`. Times of skipped steps stay unknown.
 */
export function moveIncident(
  { state, times }: Course,
  transition: IncidentTransition,
  { at, now }: { at?: Micros | undefined; now: Micros },
): Course | { refused: string } {
  const step = nextIncidentState(state, transition);
  if ('refused' in step) return step;
  const name = TIME_OF_TRANSITION[transition];
  if (name === null) return { state: step.state, times: { ...times, ...TAKEN_BACK } };
  return { state: step.state, times: { ...times, [name]: at ?? times[name] ?? now } };
}
