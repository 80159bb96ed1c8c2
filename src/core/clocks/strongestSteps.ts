import type { Step } from './design.ts';
import type { Fit } from './fitModel.ts';
import type { Observation, Observations } from './observe.ts';
import { invert, type Symmetric } from './solve.ts';

/** A jump that would help, and by how much it would lower the weighted squared residuals. */
export interface Proposal extends Step {
  gain: number;
}

/** Times of each clock that are tried first; the best one's surroundings are then searched fully. */
const COARSE_CANDIDATES = 48;

/** When an observation happened on one of its two clocks, in seconds since the origin. */
export const timeOn = (row: Observation, clock: number) =>
  row.caller === clock ? (row.sent + row.answered) / 2 : (row.received + row.replied) / 2;

/**
 * Proposes for each clock the one jump that would lower the squared residuals most when all other unknowns may follow:
 * `(c·r)² / (c·c − c·X (X·X)⁻¹ X·c)` for its column `c`, updated event by event along the clock's time.
 * @param only of one clock alone
 * @returns strongest first
 */
export function strongestSteps(
  observations: Observations,
  base: Fit,
  isAllowed: (step: Step) => boolean,
  only?: number,
): Proposal[] {
  const proposals: Proposal[] = [];
  const covariance = invert(base.factored);
  eventsByClock(observations).forEach((events, clock) => {
    if (only !== undefined && clock !== only) return;
    const stepAt = (position: number) => ({
      clock,
      at: (events[position - 1]!.time + events[position]!.time) / 2,
    });
    const stride = Math.max(1, Math.floor(events.length / COARSE_CANDIDATES));
    const coarse = scan(
      observations,
      base,
      covariance,
      events,
      at => at % stride === 0 && isAllowed(stepAt(at)),
    );
    if (coarse.position < 0) return;
    const isNear = (at: number) => Math.abs(at - coarse.position) <= stride && isAllowed(stepAt(at));
    const fine = stride > 1 ? scan(observations, base, covariance, events, isNear) : coarse;
    proposals.push({ ...stepAt(fine.position), gain: fine.gain });
  });
  return proposals.sort((a, b) => b.gain - a.gain || a.clock - b.clock);
}

interface ClockEvent {
  row: number;
  time: number;
  sign: number;
}

/** The observations that each clock takes part in with another, by time on that clock. */
function eventsByClock(observations: Observations): ClockEvent[][] {
  const events: ClockEvent[][] = observations.clocks.map(() => []);
  observations.rows.forEach((row, index) => {
    if (row.caller === row.callee) return;
    events[row.caller]!.push({ row: index, time: timeOn(row, row.caller), sign: 1 });
    events[row.callee]!.push({ row: index, time: timeOn(row, row.callee), sign: -1 });
  });
  for (const own of events) own.sort((a, b) => a.time - b.time);
  return events;
}

/** Walks from the last event to the first; a jump at `position` concerns the events from there on. */
function scan(
  observations: Observations,
  base: Fit,
  covariance: Symmetric,
  events: readonly ClockEvent[],
  isCandidate: (position: number) => boolean,
): { position: number; gain: number } {
  const { size, starts, columns, values } = base.design;
  const cross = new Float64Array(size);
  const linkSums = new Float64Array(observations.habits.length);
  let gradient = 0;
  let square = 0;
  let best = { position: -1, gain: 0 };
  for (let position = events.length - 1; position > 0; position--) {
    const { row: index, sign } = events[position]!;
    const row = observations.rows[index]!;
    const weight = base.trust[index]! / (row.sigma * row.sigma);
    const linkWeight = base.linkWeights[row.link]!;
    const before = linkSums[row.link]!;
    const after = before + sign * weight;
    gradient += sign * weight * base.residuals[index]!;
    square += weight - (after * after - before * before) / linkWeight;
    linkSums[row.link] = after;
    for (let a = starts[index]!; a < starts[index + 1]!; a++)
      cross[columns[a]!]! += sign * weight * values[a]!;
    const share = (sign * weight) / linkWeight;
    for (let a = 0; a < size; a++) cross[a]! -= share * base.linkSums[row.link * size + a]!;
    if (!isCandidate(position)) continue;
    const left = square - quadratic(covariance.cells, cross);
    const gain = left > 1e-9 * square ? (gradient * gradient) / left : 0;
    if (gain > best.gain) best = { position, gain };
  }
  return best;
}

/** `vectorᵀ · cells · vector`, over the unknowns that the vector speaks of. */
function quadratic(cells: Float64Array, vector: Float64Array): number {
  const size = vector.length;
  const used: number[] = [];
  for (let row = 0; row < size; row++) if (vector[row] !== 0) used.push(row);
  let sum = 0;
  for (const row of used)
    for (const column of used) sum += vector[row]! * cells[row * size + column]! * vector[column]!;
  return sum;
}
