/** Evidence as numbers between 0 and 1, each step with one meaning. */

/** 0 at or below 0, towards 1 as `x` passes `scale`. */
export function saturate(x: number, scale: number): number {
  return x <= 0 ? 0 : 1 - Math.exp(-x / scale);
}

/** Either or both: the strength of independent pieces of evidence taken together. */
export function anyOf(strengths: number[]): number {
  return 1 - strengths.reduce((rest, strength) => rest * (1 - strength), 1);
}

/** Mean of `value` weighted by `weight`; 0 for nothing. */
export function weightedMean<T>(items: T[], value: (item: T) => number, weight: (item: T) => number): number {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  return total === 0 ? 0 : items.reduce((sum, item) => sum + value(item) * weight(item), 0) / total;
}

/**
 * How surprising `seen` of `units` is where `share` was expected, in nats over all units (units × Kullback-Leibler
 * divergence): about 3 is one chance in twenty.
 */
export function surprise(units: number, seen: number, share: number): number {
  const actual = Math.min(Math.max(seen / units, 0), 1);
  const term = (p: number, q: number) => (p === 0 ? 0 : p * Math.log(p / q));
  return units * (term(actual, share) + term(1 - actual, 1 - share));
}
