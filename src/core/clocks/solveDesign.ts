import { type Design, layout } from './design.ts';
import { median, type Observations } from './observe.ts';
import { type Factor, factor, solveWith } from './solve.ts';

export interface Solution {
  /** In the order of `layout`. */
  unknowns: Float64Array;
  /** The normal equations that gave them. */
  factored: Factor;
  /** By link: the unevenness that its delays have as a habit. */
  habits: Float64Array;
  /** By link: how much evidence stands behind its habit, and what that evidence says of each unknown. */
  linkWeights: Float64Array;
  linkSums: Float64Array;
  /** By observation, in microseconds: what the solution leaves unexplained. */
  residuals: Float64Array;
}

/**
 * Standard deviations of what is known before looking. Offsets are free; oscillators stay within some hundred ppm; the
 * unevenness that all links share is counted in usual habits; a callee's closing time tells of its delays, as a share of it.
 */
const PRIOR = { offset: 1e11, slope: 300, jump: 1e9, unevenness: 2, closing: 1, closingMean: 0.5 };

/**
 * Solves the weighted least squares of a design. Each link's habit of delay is an unknown too, eliminated from the
 * normal equations before they are factored: it touches nothing but its own observations.
 */
export function solveDesign(observations: Observations, system: Design, trust: Float64Array): Solution {
  const { rows, habits } = observations;
  const { size, starts, columns, values } = system;
  const { normal, right } = priors(observations, size);
  const linkWeights = habits.map(habit => 1 / (habit * habit));
  const linkRight = new Float64Array(habits.length);
  const linkSums = new Float64Array(habits.length * size);
  rows.forEach((row, i) => {
    const weight = trust[i]! / (row.sigma * row.sigma);
    const [start, end] = [starts[i]!, starts[i + 1]!];
    linkWeights[row.link]! += weight;
    linkRight[row.link]! += weight * row.difference;
    for (let a = start; a < end; a++) {
      const column = columns[a]!;
      const weighted = weight * values[a]!;
      right[column]! += weighted * row.difference;
      linkSums[row.link * size + column]! += weighted;
      for (let b = start; b < end; b++) normal[column * size + columns[b]!]! += weighted * values[b]!;
    }
  });
  for (let link = 0; link < habits.length; link++) {
    const sums = linkSums.subarray(link * size, (link + 1) * size);
    const used = nonZero(sums);
    for (const a of used) {
      const share = sums[a]! / linkWeights[link]!;
      right[a]! -= share * linkRight[link]!;
      for (const b of used) normal[a * size + b]! -= share * sums[b]!;
    }
  }
  const factored = factor({ size, cells: normal });
  const unknowns = solveWith(factored, right);
  const found = habits.map((_, link) => {
    let rest = linkRight[link]!;
    for (let a = 0; a < size; a++) rest -= linkSums[link * size + a]! * unknowns[a]!;
    return rest / linkWeights[link]!;
  });
  const residuals = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    let rest = row.difference - found[row.link]!;
    for (let a = starts[i]!; a < starts[i + 1]!; a++) rest -= values[a]! * unknowns[columns[a]!]!;
    residuals[i] = rest;
  });
  return { unknowns, factored, habits: found, linkWeights, linkSums, residuals };
}

/** The normal equations before any observation. */
function priors({ clocks, habits }: Observations, size: number) {
  const at = layout(clocks.length, 0);
  const deviations = new Float64Array(size).fill(PRIOR.jump);
  for (let clock = 1; clock < clocks.length; clock++) {
    deviations[at.offset(clock)] = PRIOR.offset;
    deviations[at.offset(clock) + 1] = PRIOR.slope;
  }
  deviations[at.unevenness] = PRIOR.unevenness * median([...habits]);
  deviations[at.closing] = PRIOR.closing;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  deviations.forEach((deviation, column) => {
    normal[column * size + column] = 1 / (deviation * deviation);
  });
  right[at.closing] = PRIOR.closingMean / PRIOR.closing ** 2;
  return { normal, right };
}

function nonZero(values: Float64Array): number[] {
  const used: number[] = [];
  values.forEach((value, index) => {
    if (value !== 0) used.push(index);
  });
  return used;
}
