/** A step longer than so many usual ones is a gap: nothing was measured, which is not the same as a straight line. */
const LONG = 3.5;

const middleOf = (steps: readonly number[]): number =>
  steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;

/**
 * Where a sampled line goes on without a gap: half-open stretches of places, `[[0, 12], [12, 40]]`.
 *
 * @param times ascending, in any unit
 */
export function continuousRuns(times: readonly number[]): [start: number, end: number][] {
  if (times.length === 0) return [];
  const steps = times.slice(1).map((at, place) => at - times[place]!);
  const usual = middleOf(steps.filter(step => step > 0));
  const cuts = steps.flatMap((step, place) => (step > LONG * usual ? [place + 1] : []));
  return [0, ...cuts].map((start, place) => [start, cuts[place] ?? times.length]);
}
