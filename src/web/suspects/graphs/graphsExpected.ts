import type { Suspect } from '../suspect.ts';

/** Graphs of one suspect: more of them say little more. */
export const MOST_METRICS = 3;
export const MOST_SERVICES = 2;

/** How many graphs a suspect most likely gets, before its evidence is there: as much room is kept for them. */
export function graphsExpected({ signals }: Pick<Suspect, 'signals'>): number {
  const citesOf = (from: string): number =>
    new Set(signals.filter(signal => signal.from === from).flatMap(({ cites }) => cites)).size;
  const traces = citesOf('trace');
  // Time that calls lose is seen at a caller, beside the suspect itself.
  return Math.min(MOST_METRICS, citesOf('metric')) + (traces > 0 ? Math.min(MOST_SERVICES, traces + 1) : 0);
}
