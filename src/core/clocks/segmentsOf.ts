import type { ClockSegment } from '../document/bundle.ts';
import { correctionAt, errorAt } from './correction.ts';
import type { ClockFit } from './fitClocks.ts';
import { quantile } from './observe.ts';
import { crossing, unsettledTimes } from './unsettledTimes.ts';

/** The interval given as uncertainty: so many standard errors, habits of delay included. */
const COVERAGE = 4;

/** Three quarters of normal deviates lie within so many standard deviations. */
const UPPER_QUARTILE = 1.15;

/** Observations further off than this were left out rather than averaged, and say nothing of those that were not. */
const MOST_MISFIT = 3;

/**
 * A clock's correction against the reference, as straight pieces from its first to its last stamp. A step of the
 * reference is a step of every other clock, at the moment that the other clock showed. Around a step, pieces of their
 * own carry the uncertainty of its place.
 * @param range the clock's stamps, in microseconds
 */
export function segmentsOf(
  clockFit: ClockFit,
  clock: string,
  range: { from: number; to: number },
): ClockSegment[] {
  const { observations, fitted, models } = clockFit;
  const model = models.get(clock)!;
  const reference = models.get(observations.clocks[fitted.reference]!)!;
  const seconds = (at: number) => (at - observations.origin) / 1e6;
  const passed = (time: number) =>
    reference.steps.filter(step => time >= crossing(model, reference, step.at));
  const unsettled = model === reference ? [] : unsettledTimes(clockFit, model);
  const breaks = [
    ...model.steps.map(({ at }) => at),
    ...reference.steps.map(({ at }) => crossing(model, reference, at)),
    ...unsettled.flatMap(({ from, to }) => [from, to]),
  ]
    .filter(at => at > seconds(range.from) && at < seconds(range.to))
    .sort((a, b) => a - b);
  const edges = [seconds(range.from), ...new Set(breaks), seconds(range.to)];
  const coverage = COVERAGE * misfitOf(clockFit, model.clock);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    const middle = (from + to) / 2;
    const followed = passed(middle);
    const inside = {
      ...model,
      steps: model.steps.filter(step => step.at <= middle).map(step => ({ ...step, at: from })),
    };
    const lag = followed.reduce((sum, step) => sum + step.jump, 0);
    const referenceTime = followed.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    const errors = [from, to].map(time =>
      errorAt(fitted, observations.clocks.length, model.clock, { active: middle, time, referenceTime }),
    );
    const byPlace = unsettled
      .filter(time => middle > time.from && middle < time.to)
      .reduce((sum, { byUs }) => sum + byUs, 0);
    return {
      from: Math.round(observations.origin + from * 1e6),
      to: Math.round(observations.origin + to * 1e6),
      offsetUs: Math.round(correctionAt(inside, from) - lag),
      driftPpm: Math.round(model.slope * 1e4) / 1e4,
      uncertaintyUs: Math.max(1, Math.ceil(coverage * Math.max(...errors) + byPlace)),
    };
  });
}

/** How many times further off than expected a clock's observations are; between 1 and MOST_MISFIT. */
function misfitOf({ observations, fitted }: ClockFit, clock: number): number {
  const deviations = observations.rows.flatMap((row, i) =>
    row.caller !== row.callee && (row.caller === clock || row.callee === clock)
      ? [Math.abs(fitted.residuals[i]!) / row.sigma]
      : [],
  );
  return Math.min(MOST_MISFIT, Math.max(1, quantile(deviations, 0.75) / UPPER_QUARTILE));
}
