import { type ClockModel, correctionAt } from './correction.ts';
import type { ClockFit } from './fitClocks.ts';
import { timeOn } from './strongestSteps.ts';
import { unevennessOf } from './unevennessOf.ts';

/** Trust below which the fit left an exchange out. */
const LEFT_OUT = 0.1;

/** So many exchanges in a row that were left out are no accident; at the ends of the evidence, one may be all there is. */
const RUN = 3;

/** A stretch of a clock's own time, in seconds since the origin, of which the fit says less than of the rest. */
export interface UnsettledTime {
  from: number;
  to: number;
  /** By how many microseconds a stamp may be off for that reason. */
  byUs: number;
}

/** All stretches in which a clock's correction is less certain than its model says. */
export function unsettledTimes(clockFit: ClockFit, model: ClockModel): UnsettledTime[] {
  return [...aroundSteps(clockFit, model), ...leftOut(clockFit, model)];
}

/**
 * Where the evidence does not settle whether a clock, or the reference, had stepped: around the step's place, and, of a
 * step back, all the time that the clock showed twice, since a stamp alone does not tell which time it was.
 */
function aroundSteps({ observations, fitted, models, places }: ClockFit, model: ClockModel): UnsettledTime[] {
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

/**
 * Where the clock's exchanges are impossible as it was fitted, and were left out: it may have stepped there, on too little evidence to say so. Reaches
 * from the last exchange that was believed to the next one, or beyond the evidence.
 */
function leftOut({ observations, fitted }: ClockFit, { clock }: ClockModel): UnsettledTime[] {
  const unevenness = unevennessOf(observations, fitted);
  const events = observations.rows
    .map((row, i) => ({
      row,
      isLeftOut: fitted.trust[i]! < LEFT_OUT && Math.abs(unevenness[i]!) > row.slack / 2,
      byUs: Math.abs(fitted.residuals[i]!),
    }))
    .filter(({ row }) => row.caller !== row.callee && (row.caller === clock || row.callee === clock))
    .map(({ row, isLeftOut, byUs }) => ({ at: timeOn(row, clock), isLeftOut, byUs }))
    .sort((a, b) => a.at - b.at);
  const believed = events.flatMap(({ isLeftOut }, index) => (isLeftOut ? [] : [index]));
  return [-1, ...believed].flatMap((before, position) => {
    const after = believed[position] ?? events.length;
    const isInside = before >= 0 && after < events.length;
    const run = events.slice(before + 1, after);
    if (run.length < (isInside ? RUN : 1)) return [];
    const from = events[before]?.at ?? Number.NEGATIVE_INFINITY;
    const to = events[after]?.at ?? Number.POSITIVE_INFINITY;
    return [{ from, to, byUs: run.reduce((most, { byUs }) => Math.max(most, byUs), 0) }];
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
