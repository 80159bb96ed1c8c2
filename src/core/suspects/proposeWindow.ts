import type { Micros } from '../record.ts';

/** How much of what happened in one stretch of time was out of the ordinary; `unrest` is a mean over its events, ≥ 0. */
export interface Unrest {
  at: Micros;
  unrest: number;
  events: number;
}

/** The first minutes of trouble show its cause best: later everything is slow. */
export const LOOK_US = 3 * 60e6;

/** The share of the whole that must lie before a start, so that there is something to compare with. */
const LEAST_BEFORE = 1;

/**
 * The moment after which more is out of the ordinary than before: the largest step in `unrest` between the stretches up to
 * three minutes before and after. Undefined where there are fewer than three stretches.
 */
export function proposeStart(stretches: Unrest[]): Micros | undefined {
  if (stretches.length < 3) return undefined;
  const steps = stretches.slice(LEAST_BEFORE).map(({ at }) => ({
    at,
    step: unrestIn(stretches, at, at + LOOK_US) - unrestIn(stretches, at - LOOK_US, at),
  }));
  return steps.toSorted((a, b) => b.step - a.step)[0]?.at;
}

function unrestIn(stretches: Unrest[], from: Micros, to: Micros): number {
  const inside = stretches.filter(({ at }) => at >= from && at < to);
  const events = inside.reduce((sum, stretch) => sum + stretch.events, 0);
  // Ten calm events that nobody saw keep a stretch of two lines from looking like a storm.
  return inside.reduce((sum, stretch) => sum + stretch.unrest * stretch.events, 0) / (events + 10);
}
