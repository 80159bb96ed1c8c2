import type { Micros } from '../record.ts';

/** How much of what happened in one stretch of time was out of the ordinary; `unrest` is a mean over its events, ≥ 0. */
export interface Unrest {
  at: Micros;
  unrest: number;
  events: number;
}

/** The first minutes of trouble show its cause best: later everything is slow. */
export const LOOK_US = 3 * 60e6;

/** The share of all events that a start must leave behind and ahead of it, so that there is something to compare. */
const LEAST_BEFORE = 0.03;
const LEAST_AFTER = 0.25;
/** A smaller step than this is weather. */
const LEAST_STEP = 0.02;

/**
 * The moment after which more is out of the ordinary than before: the largest step in `unrest` between the stretches up to
 * three minutes before and after. Undefined where nothing steps up.
 */
export function proposeStart(stretches: Unrest[]): Micros | undefined {
  const all = eventsIn(stretches);
  const usual = unrestOf(stretches, 0);
  const steps = stretches
    .map(({ at }) => ({
      at,
      before: stretches.filter(stretch => stretch.at >= at - LOOK_US && stretch.at < at),
      after: stretches.filter(stretch => stretch.at >= at && stretch.at < at + LOOK_US),
      passed: eventsIn(stretches.filter(stretch => stretch.at < at)) / all,
    }))
    .filter(
      ({ passed }) => passed >= LEAST_BEFORE && passed <= 1 - Math.min(LEAST_AFTER, 30 / stretches.length),
    )
    .map(({ at, before, after }) => ({ at, step: unrestOf(after, usual) - unrestOf(before, usual) }))
    .filter(({ step }) => step >= LEAST_STEP);
  return steps.toSorted((a, b) => b.step - a.step)[0]?.at;
}

/** Mean unrest over the events. Ten usual events that nobody saw keep two lines from looking like a storm. */
function unrestOf(stretches: Unrest[], usual: number): number {
  const sum = stretches.reduce((total, { unrest, events }) => total + unrest * events, 0);
  return (sum + 10 * usual) / (eventsIn(stretches) + 10);
}

function eventsIn(stretches: Unrest[]): number {
  return stretches.reduce((total, { events }) => total + events, 0);
}
