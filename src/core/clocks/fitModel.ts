import { type Design, design, type Model } from './design.ts';
import type { Loss } from './losses.ts';
import type { Observations } from './observe.ts';
import { type Solution, solveDesign } from './solveDesign.ts';

/**
 * The common fit of all clocks: `correction(t) = offset + slope × t + Σ jumps at or before t`, in microseconds,
 * microseconds a second (ppm), and seconds since the origin on the clock itself.
 */
export interface Fit extends Model, Solution {
  design: Design;
  /** By observation, 0…1: how far the fit believed it. */
  trust: Float64Array;
}

/**
 * Fits offsets, slopes and jumps of all clocks to all observations at once: weighted least squares, repeated once for
 * each loss with weights from the residuals before.
 * @param start trust to begin with, by observation
 */
export function fitModel(
  observations: Observations,
  model: Model,
  losses: readonly Loss[],
  start?: Float64Array,
): Fit {
  const { rows } = observations;
  const system = design(observations, model);
  let trust = start ?? new Float64Array(rows.length).fill(1);
  let solution = solveDesign(observations, system, trust);
  for (const loss of losses) {
    const { residuals } = solution;
    const deviations = residuals.map((residual, i) => residual / rows[i]!.sigma);
    const typical = typicalDeviation(deviations);
    trust = deviations.map(deviation => loss(deviation, typical));
    solution = solveDesign(observations, system, trust);
  }
  const { reference, steps } = model;
  return { reference, steps, design: system, trust, ...solution };
}

/** The standard deviation of normal deviates with this middle absolute value. */
const NORMAL_SCALE = 1.4826;

/** So many deviations, evenly drawn, are enough to find their middle. */
const SAMPLE = 2000;

/** The middle absolute deviation, as a standard deviation; a perfect fit still expects something. */
function typicalDeviation(deviations: Float64Array): number {
  const stride = Math.ceil(deviations.length / SAMPLE);
  const sorted = deviations
    .filter((_, index) => index % stride === 0)
    .map(Math.abs)
    .sort();
  return Math.max(0.1, NORMAL_SCALE * (sorted[sorted.length >> 1] ?? 1));
}
