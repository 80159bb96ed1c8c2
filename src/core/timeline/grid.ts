import type { Micros } from '../record.ts';
import type { Grid } from './observation.ts';

const SECOND = 1e6;
const STEPS = [
  0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400,
].map(seconds => seconds * SECOND);
const MOST_BUCKETS = 200;
const FEWEST_BUCKETS = 40;
/** A percentile out of fewer records than this jumps about. */
const RECORDS_A_BUCKET = 8;

/**
 * Buckets of a round width that cover `[from, to)`: as many as leave a typical service (`density` records in the whole
 * range) enough in each to judge, between 40 and 200 (more only beyond 200 days).
 */
export function gridOver(from: Micros, to: Micros, density: number): Grid {
  const wanted = Math.min(MOST_BUCKETS, Math.max(FEWEST_BUCKETS, density / RECORDS_A_BUCKET));
  const step = STEPS.find(width => (to - from) / width <= wanted - 1) ?? STEPS.at(-1)!;
  const start = Math.floor(from / step) * step;
  return { from: start, step, buckets: Math.max(1, Math.ceil((to - start) / step)) };
}

/** When bucket `index` starts. */
export const bucketStart = (grid: Grid, index: number): Micros => grid.from + index * grid.step;

/** When the grid ends. */
export const gridEnd = (grid: Grid): Micros => grid.from + grid.buckets * grid.step;
