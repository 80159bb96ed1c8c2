import { type Design, design, type Model } from './design.ts';
import { median, type Observations } from './observe.ts';
import { type Inverse, invert, multiply } from './solve.ts';

/**
 * The common fit of all clocks: `correction(t) = offset + slope × t + Σ jumps at or before t`, in microseconds,
 * microseconds a second (ppm), and seconds since the origin on the clock itself.
 */
export interface Fit extends Model, Solution {
  design: Design;
  /** By observation, 0…1: how far the fit believed it. */
  trust: Float64Array;
}

interface Solution {
  /** Unknowns in the order of `layout`. */
  unknowns: Float64Array;
  covariance: Inverse;
  /** By link: the unevenness that its delays have as a habit. */
  habits: Float64Array;
  /** By link: how much evidence stands behind its habit, and what that evidence says of each unknown. */
  linkWeights: Float64Array;
  linkSums: Float64Array;
  /** By observation, in microseconds: what the fit leaves unexplained. */
  residuals: Float64Array;
}

/**
 * Standard deviations of what is known before looking. Offsets are free; oscillators stay within some hundred ppm; the
 * unevenness that all links share is counted in usual habits.
 */
const PRIOR = { offset: 1e11, slope: 300, jump: 1e9, unevenness: 2, closing: 1, closingMean: 0.5 };

/** How a residual turns into trust; both it and what is typical are in standard deviations. */
export type Loss = (deviation: number, typical: number) => number;

/** Squares within what is typical at the time, absolute deviations beyond: for fits that lack steps yet. */
export const forgiving: Loss = (deviation, typical) => 1 / Math.max(1, Math.abs(deviation) / typical);

/** Least absolute deviations: of contradicting observations the fewest are dropped, rather than all averaged. */
export const absolute: Loss = deviation => 1 / Math.max(1, Math.abs(deviation));

/** What an observation keeps when it is far off, so that a clock of which all were is still somewhere. */
const REMNANT = 1e-10;

/** An observation this many typical residuals off has hardly a say at all. */
export const redescending =
  (cutoff: number): Loss =>
  (deviation, typical) => {
    const share = deviation / (cutoff * typical);
    return Math.max(REMNANT, Math.abs(share) >= 1 ? 0 : (1 - share * share) ** 2);
  };

/**
 * Fits offsets, slopes and jumps of all clocks to all observations at once: weighted least squares, repeated once for
 * each loss with weights from the residuals before. A link's habit of delay is an unknown, eliminated before solving.
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
  let solution = solve(observations, system, trust);
  for (const loss of losses) {
    const typical = typicalDeviation(observations, solution.residuals, trust);
    const { residuals } = solution;
    trust = Float64Array.from(rows, (row, i) => loss(residuals[i]! / row.sigma, typical));
    solution = solve(observations, system, trust);
  }
  return { reference: model.reference, steps: model.steps, design: system, trust, ...solution };
}

function solve(observations: Observations, system: Design, trust: Float64Array): Solution {
  const { rows, habits, clocks } = observations;
  const { size, starts, columns, values } = system;
  const { normal, right } = priors(size, clocks.length, PRIOR.unevenness * median([...habits]));
  const linkWeights = habits.map(habit => 1 / (habit * habit));
  const linkRight = new Float64Array(habits.length);
  const linkSums = new Float64Array(habits.length * size);
  rows.forEach((row, i) => {
    const weight = trust[i]! / (row.sigma * row.sigma);
    if (weight === 0) return;
    linkWeights[row.link]! += weight;
    linkRight[row.link]! += weight * row.difference;
    for (let a = starts[i]!; a < starts[i + 1]!; a++) {
      const column = columns[a]!;
      const weighted = weight * values[a]!;
      right[column]! += weighted * row.difference;
      linkSums[row.link * size + column]! += weighted;
      for (let b = starts[i]!; b < starts[i + 1]!; b++)
        normal[column * size + columns[b]!]! += weighted * values[b]!;
    }
  });
  for (let link = 0; link < habits.length; link++) {
    const sums = linkSums.subarray(link * size, (link + 1) * size);
    for (let a = 0; a < size; a++) {
      if (sums[a] === 0) continue;
      const share = sums[a]! / linkWeights[link]!;
      right[a]! -= share * linkRight[link]!;
      for (let b = 0; b < size; b++) normal[a * size + b]! -= share * sums[b]!;
    }
  }
  const covariance = invert(normal, size);
  const unknowns = multiply(covariance, right);
  const found = habits.map((_, link) => {
    let rest = linkRight[link]!;
    for (let a = 0; a < size; a++) rest -= linkSums[link * size + a]! * unknowns[a]!;
    return rest / linkWeights[link]!;
  });
  const residuals = Float64Array.from(rows, (row, i) => {
    let rest = row.difference - found[row.link]!;
    for (let a = starts[i]!; a < starts[i + 1]!; a++) rest -= values[a]! * unknowns[columns[a]!]!;
    return rest;
  });
  return { unknowns, covariance, habits: found, linkWeights, linkSums, residuals };
}

function priors(size: number, clockCount: number, unevenness: number) {
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    const clockPrior = column % 2 === 0 ? PRIOR.offset : PRIOR.slope;
    const deviation =
      [unevenness, PRIOR.closing][column] ?? (column < 2 * clockCount ? clockPrior : PRIOR.jump);
    normal[column * size + column] = 1 / (deviation * deviation);
  }
  right[1] = PRIOR.closingMean / (PRIOR.closing * PRIOR.closing);
  return { normal, right };
}

/** The middle absolute residual of the believed observations as a standard deviation, in units of their own sigma. */
function typicalDeviation(observations: Observations, residuals: Float64Array, trust: Float64Array): number {
  const deviations = observations.rows
    .map((row, i) => (trust[i] === 0 ? Number.NaN : Math.abs(residuals[i]!) / row.sigma))
    .filter(value => value >= 0);
  const sorted = Float64Array.from(deviations).sort();
  return Math.max(0.1, 1.4826 * (sorted[sorted.length >> 1] ?? 1));
}
