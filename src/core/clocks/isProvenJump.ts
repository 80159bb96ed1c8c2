import { layout } from './design.ts';
import type { Fit } from './fitModel.ts';
import type { Observations } from './observe.ts';
import { timeOn } from './strongestSteps.ts';
import { unevennessOf } from './unevennessOf.ts';

/** So many exchanges must bound each side: one alone may have gone astray. */
const WITNESSES = 2;

/** Bounds that miss one another by less than this share of the jump may be a matter of the model. */
const MARGIN = 0.1;

/**
 * Whether a jump is needed for the order of cause and effect, rather than only likely: without it, no single correction
 * satisfies the bounds of the exchanges before it and after it. Requests that all become slow on one way look like a
 * jump of the clock, but contradict nothing.
 * @param index which of the fit's steps
 */
export function isProvenJump(observations: Observations, fitted: Fit, index: number): boolean {
  const { clock, at } = fitted.steps[index]!;
  const places = layout(observations.clocks.length, fitted.reference);
  const jump = fitted.unknowns[places.jump(index)]!;
  const others = fitted.steps.filter(step => step.clock === clock && step.at !== at).map(step => step.at);
  const previous = Math.max(Number.NEGATIVE_INFINITY, ...others.filter(other => other < at));
  const next = Math.min(Number.POSITIVE_INFINITY, ...others.filter(other => other > at));
  // What the correction may still be changed by, from the exchanges before the jump and from those after it; the sign
  // is turned so that the jump is forward.
  const most: number[] = [];
  const least: number[] = [];
  const unevenness = unevennessOf(observations, fitted);
  observations.rows.forEach((row, i) => {
    if (row.caller === row.callee || (row.caller !== clock && row.callee !== clock)) return;
    const time = timeOn(row, clock);
    if (time < previous || time >= next) return;
    const change = unevenness[i]! * (row.caller === clock ? 1 : -1) * Math.sign(jump);
    if (time < at) most.push(change + row.slack / 2);
    else least.push(change - row.slack / 2);
  });
  if (most.length < WITNESSES || least.length < WITNESSES) return false;
  most.sort((a, b) => a - b);
  least.sort((a, b) => b - a);
  return Math.abs(jump) * (1 - MARGIN) > most[WITNESSES - 1]! - least[WITNESSES - 1]!;
}
