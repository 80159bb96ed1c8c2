import { consolidateSteps } from './consolidateSteps.ts';
import { layout, type Step } from './design.ts';
import { type Fit, fitModel } from './fitModel.ts';
import { isProvenJump } from './isProvenJump.ts';
import { forgiving, type Loss } from './losses.ts';
import type { Observations } from './observe.ts';
import { varianceOf } from './solve.ts';
import { strongestSteps, timeOn } from './strongestSteps.ts';

/** A jump must make the observations this much likelier (natural logarithm) to be believed. */
const LEAST_GAIN = 15;

/** A jump smaller than this many typical sigmas is indistinguishable from a change in the delays. */
const LEAST_JUMP = 4;

/** A jump with fewer observations on one side rests on too little. */
const LEAST_EVENTS = 2;

/** Two jumps that undo each other are more likely a few odd observations. */
const LEAST_BETWEEN = 8;

const MOST_STEPS_PER_CLOCK = 4;
const MOST_ROUNDS = 40;

/** Steps influence one another, so few are looked at twice; with many that takes long. */
const MOST_REVISED_TWICE = 40;

/** Proposals this much weaker than a round's strongest may be its echo, and wait. */
const ECHO = 0.02;

const FRESH: readonly Loss[] = Array<Loss>(6).fill(forgiving);
const WARM: readonly Loss[] = Array<Loss>(3).fill(forgiving);

/**
 * Finds the jumps of all clocks: those that explain most are added, like ones merged, each moved to where it explains
 * most given all others or dropped; and, since that may uncover others, all of it once more.
 */
export function findSteps(observations: Observations, reference: number): Fit {
  let best = fitModel(observations, { reference, steps: [] }, FRESH);
  for (let pass = 0; pass < 2; pass++) {
    const grown = addSteps(observations, best);
    if (grown === best) break;
    best = revise(observations, merge(observations, grown));
    if (best.steps.length > MOST_REVISED_TWICE) break;
  }
  return best;
}

/** Round by round adds the jumps that explain most, and drops those that turn out to explain nothing. */
function addSteps(observations: Observations, before: Fit): Fit {
  const { reference } = before;
  const refused: Step[] = [];
  const patience = spanOf(observations) / 100;
  const isAllowed = (step: Step) =>
    !refused.some(other => other.clock === step.clock && Math.abs(other.at - step.at) <= patience);
  let best = before;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fresh = nextSteps(observations, best, isAllowed);
    if (fresh.length === 0) break;
    const grown = fitModel(observations, { reference, steps: [...best.steps, ...fresh] }, WARM, best.trust);
    const steps = grown.steps.filter((_, index) => isPlausible(observations, grown, index));
    const next =
      steps.length === grown.steps.length
        ? grown
        : fitModel(observations, { reference, steps }, WARM, grown.trust);
    const isBetter = cost(observations, best) - cost(observations, next) > LEAST_GAIN;
    refused.push(...fresh.filter(step => !isBetter || !steps.includes(step)));
    if (isBetter) best = next;
  }
  return best;
}

function merge(observations: Observations, before: Fit): Fit {
  const price = (result: Fit) => cost(observations, result) + LEAST_GAIN * result.steps.length;
  return consolidateSteps(observations, before, { losses: FRESH, price, near: spanOf(observations) / 20 });
}

/** The strongest proposals of a round that cannot be echoes of one another. */
function nextSteps(observations: Observations, best: Fit, isAllowed: (step: Step) => boolean): Step[] {
  const proposals = strongestSteps(observations, best, isAllowed);
  const chosen: Step[] = [];
  const near = spanOf(observations) / 20;
  for (const { clock, at, gain } of proposals) {
    if (gain < LEAST_GAIN || gain < ECHO * proposals[0]!.gain) break;
    const isFull = best.steps.filter(step => step.clock === clock).length >= MOST_STEPS_PER_CLOCK;
    if (isFull || chosen.some(step => Math.abs(step.at - at) < near)) continue;
    chosen.push({ clock, at });
  }
  return chosen;
}

/** Looks at each step again, given all others: moves it, keeps it or drops it. */
function revise(observations: Observations, before: Fit): Fit {
  let best = before;
  for (let index = best.steps.length - 1; index >= 0; index--) {
    const { clock } = best.steps[index]!;
    const others = best.steps.filter((_, other) => other !== index);
    const without = fitModel(observations, { reference: best.reference, steps: others }, FRESH, best.trust);
    const [moved] = strongestSteps(observations, without, () => true, clock);
    const candidates = [best];
    if (moved !== undefined) {
      const steps = best.steps.map((step, other) => (other === index ? { clock, at: moved.at } : step));
      candidates.push(fitModel(observations, { reference: best.reference, steps }, WARM, best.trust));
    }
    const winner = candidates.reduce((a, b) => (cost(observations, b) < cost(observations, a) ? b : a));
    const isWorth =
      isPlausible(observations, winner, index) &&
      cost(observations, without) - cost(observations, winner) > LEAST_GAIN;
    best = isWorth ? winner : without;
  }
  return best;
}

function isPlausible(observations: Observations, result: Fit, index: number): boolean {
  const { clock, at } = result.steps[index]!;
  const column = layout(observations.clocks.length, result.reference).jump(index);
  const near = observations.rows.filter(
    row => row.caller !== row.callee && (row.caller === clock || row.callee === clock),
  );
  const others = result.steps.filter(step => step.clock === clock && step.at !== at).map(step => step.at);
  const previous = Math.max(Number.NEGATIVE_INFINITY, ...others.filter(other => other < at));
  const next = Math.min(Number.POSITIVE_INFINITY, ...others.filter(other => other > at));
  const between = (from: number, to: number, least: number) =>
    near.filter(row => timeOn(row, clock) >= from && timeOn(row, clock) < to).length >= least;
  if (!between(previous, at, previous > Number.NEGATIVE_INFINITY ? LEAST_BETWEEN : LEAST_EVENTS))
    return false;
  if (!between(at, next, next < Number.POSITIVE_INFINITY ? LEAST_BETWEEN : LEAST_EVENTS)) return false;
  const sigmas = Float64Array.from(near, row => row.sigma).sort();
  const jump = Math.abs(result.unknowns[column]!);
  const alone = new Float64Array(result.factored.size);
  alone[column] = 1;
  const error = Math.sqrt(varianceOf(result.factored, alone));
  return (
    jump > LEAST_JUMP * Math.max(error, sigmas[sigmas.length >> 2]!) &&
    isProvenJump(observations, result, index)
  );
}

/** Minus the logarithm of the likelihood, with tails so heavy that no single observation decides. */
function cost(observations: Observations, result: Fit): number {
  let sum = 0;
  observations.rows.forEach((row, i) => {
    sum += Math.log1p((result.residuals[i]! / row.sigma) ** 2 / 2);
  });
  return sum;
}

function spanOf(observations: Observations): number {
  const times = observations.rows.map(row => row.sent);
  return times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), 0);
}
