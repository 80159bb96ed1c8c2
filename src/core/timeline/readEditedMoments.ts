import type { Moment, Phase } from '../document/bundle.ts';
import type { IncidentTimes, TimeName } from '../lifecycle/incidentTimes.ts';
import type { Micros } from '../record.ts';
import type { Turn } from './asTurn.ts';
import { findTurnsOutOfOrder } from './findTurnsOutOfOrder.ts';
import { phasesOf } from './phasesOf.ts';

/** What this reading needs of a moment; `kept` as a person left it. */
export type EditedMoment = Pick<Moment, 'id' | 'at' | 'kind' | 'kept'>;

export interface EditedTimeline {
  /** The moment that each turn of the incident hangs on, by kind. */
  turns: { [turn in Turn]?: EditedMoment };
  phases: Phase[];
  /** Orders that cannot be, with the ids of both moments: to be marked where they stand. */
  wrongOrders: { moments: [string, string]; text: string }[];
  /** Moments that say the same turn as one that is used, and are therefore not. */
  unused: string[];
}

/** Which of several kept moments of one kind counts: service is back only when it came back for the last time. */
const COUNTS = {
  'impact-start': 'first',
  detection: 'first',
  acknowledgement: 'first',
  mitigation: 'first',
  restore: 'last',
} as const satisfies Record<Turn, 'first' | 'last'>;
const TURNS = Object.keys(COUNTS) as Turn[];

/**
 * Reads phases and contradictions from the moments that people kept or edited. The window (half-open) grows where a
 * moment was moved out of it.
 */
export function readEditedMoments(
  moments: readonly EditedMoment[],
  window: { from: Micros; to: Micros },
): EditedTimeline {
  const turns: EditedTimeline['turns'] = {};
  const unused: string[] = [];
  for (const turn of TURNS) {
    const same = moments
      .filter(({ kind, kept }) => kept && kind === turn)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const used = COUNTS[turn] === 'first' ? same[0] : same.at(-1);
    if (used === undefined) continue;
    turns[turn] = used;
    unused.push(...same.filter(moment => moment !== used).map(({ id }) => id));
  }
  const times = Object.values(turns).map(({ at }) => at);
  const wide = { from: Math.min(window.from, ...times), to: Math.max(window.to, ...times.map(at => at + 1)) };
  return {
    turns,
    phases: phasesOf(turns, wide),
    wrongOrders: findTurnsOutOfOrder(turns).map(({ first, second, text }) => ({
      moments: [first.id, second.id],
      text,
    })),
    unused,
  };
}

const TIME_OF_TURN = {
  'impact-start': 'startedAt',
  detection: 'detectedAt',
  acknowledgement: 'acknowledgedAt',
  mitigation: 'mitigatedAt',
  restore: 'restoredAt',
} as const satisfies Record<Turn, TimeName>;

/** The times that the turns propose for the incident, where it has none yet. What a person noted is never replaced. */
export function proposeTimes(turns: EditedTimeline['turns'], times: IncidentTimes): Partial<IncidentTimes> {
  const missing = TURNS.filter(turn => turns[turn] !== undefined && times[TIME_OF_TURN[turn]] === null);
  return Object.fromEntries(missing.map(turn => [TIME_OF_TURN[turn], turns[turn]!.at]));
}
