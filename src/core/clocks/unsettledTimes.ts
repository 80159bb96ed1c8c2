import { type ClockModel, correctionAt } from './correction.ts';
import type { ClockFit } from './fitClocks.ts';

/** A stretch of a clock's own time (seconds since the origin) in which a step may or may not have happened yet. */
export interface UnsettledTime {
  from: number;
  to: number;
  /** By how many microseconds a stamp may be off because of it. */
  byUs: number;
}

/**
 * Where the evidence does not settle whether a clock, or the reference, had stepped: around the step's place, and, of a
 * step back, all the time that the clock showed twice, since a stamp alone does not tell which time it was.
 */
export function unsettledTimes(
  { observations, fitted, models, places }: ClockFit,
  model: ClockModel,
): UnsettledTime[] {
  const reference = models.get(observations.clocks[fitted.reference]!)!;
  return fitted.steps.flatMap(({ clock, at }, index) => {
    if (clock !== model.clock && clock !== fitted.reference) return [];
    const { from, to } = places[index]!;
    const jump = (clock === model.clock ? model : reference).steps.find(step => step.at === at)!.jump;
    const byUs = Math.abs(jump);
    if (clock === model.clock) {
      const repeated = Math.max(0, jump) / 1e6;
      return [{ from: from - repeated, to: to + repeated, byUs }];
    }
    const shift = crossing(model, reference, at) - at;
    return [{ from: from + shift - byUs / 2e6, to: to + shift + byUs / 2e6, byUs }];
  });
}

/** When a clock showed the moment at which the reference stepped, in seconds since the origin on that clock. */
export function crossing(model: ClockModel, reference: ClockModel, at: number): number {
  const jump = reference.steps.find(step => step.at === at)!.jump;
  const common = at + (correctionAt(reference, at) - jump / 2) / 1e6;
  let time = common;
  for (let round = 0; round < 8; round++) time = common - correctionAt(model, time) / 1e6;
  return time;
}
