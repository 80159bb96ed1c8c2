/**
 * An incident's course. Any step may be skipped on the way to restored: at night people write down what they have, and
 * a time that nobody noted stays unknown instead of being made up. Reopening always leads back to acknowledged,
 * because those who know the incident are on it again.
 */
import { refuse, type StateTable, type Step, to } from './stateTable.ts';

export const INCIDENT_STATES = ['declared', 'acknowledged', 'mitigated', 'restored', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export const INCIDENT_TRANSITIONS = ['acknowledge', 'mitigate', 'restore', 'close', 'reopen'] as const;
export type IncidentTransition = (typeof INCIDENT_TRANSITIONS)[number];

const notRestored = refuse(
  'Service is not restored yet. Restore the incident first, with the time at which service came back (for a false alarm, the time at which that was clear), then close it.',
);
const isOpen = refuse(
  'The incident is open already, so there is nothing to reopen. Go on from here: mitigate it, or restore it once service is back.',
);
const isClosed = refuse(
  'The incident is closed. If the trouble is back, reopen it first; if only a time is wrong, edit the times and say why.',
);
const past = (now: string, time: string) =>
  refuse(
    `The incident is ${now} already. To record or correct when it was ${time}, edit that time and say why; if the trouble is back, reopen the incident.`,
  );

export const INCIDENT_TABLE = {
  declared: {
    acknowledge: to('acknowledged'),
    mitigate: to('mitigated'),
    restore: to('restored'),
    close: notRestored,
    reopen: isOpen,
  },
  acknowledged: {
    acknowledge: refuse(
      'Someone has acknowledged the incident already. To correct when, edit that time and say why.',
    ),
    mitigate: to('mitigated'),
    restore: to('restored'),
    close: notRestored,
    reopen: isOpen,
  },
  mitigated: {
    acknowledge: past('mitigated', 'acknowledged'),
    mitigate: past('mitigated', 'mitigated'),
    restore: to('restored'),
    close: notRestored,
    reopen: to('acknowledged'),
  },
  restored: {
    acknowledge: past('restored', 'acknowledged'),
    mitigate: past('restored', 'mitigated'),
    restore: past('restored', 'restored'),
    close: to('closed'),
    reopen: to('acknowledged'),
  },
  closed: {
    acknowledge: isClosed,
    mitigate: isClosed,
    restore: isClosed,
    close: refuse('The incident is closed already; nothing is left to do. Reopen it if the trouble is back.'),
    reopen: to('acknowledged'),
  },
} as const satisfies StateTable<IncidentState, IncidentTransition>;

/** The state that a transition leads to, or the reason why it does not and what to do instead. */
export function nextIncidentState(state: IncidentState, transition: IncidentTransition): Step<IncidentState> {
  return INCIDENT_TABLE[state][transition];
}
