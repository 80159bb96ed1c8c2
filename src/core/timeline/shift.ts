/**
 * One change in a series: the piece inside which its level differs most from the rest. It begins after the series
 * does, and may end before it (the incident passed) or with it (it did not). Scanning all pieces is cheap for a few hundred buckets.
 */

export interface Shift {
  /** Buckets `[from, to)` of the changed piece. */
  from: number;
  to: number;
  /** Median inside and outside. */
  inside: number;
  outside: number;
  /** How many times the noise explains the change: the likelihood gain of two levels over one, noise variance 1. */
  strength: number;
}

/** Gains under this are what noise alone gives in a few hundred buckets, with room for heavy tails. */
const LEAST_GAIN = 24;
/** A piece must hold two buckets, or one that stands out by this much more. */
const LONELY_GAIN = 4 * LEAST_GAIN;
const LEAST_OUTSIDE = 3;

export const median = (values: readonly number[]): number => {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * The strongest change of level, or undefined when noise explains the series.
 * Null buckets hold no samples and are stepped over. `floor` is the smallest noise to believe in, in the series' unit.
 */
export function findShift(series: readonly (number | null)[], floor: number): Shift | undefined {
  const at: number[] = [];
  const values: number[] = [];
  series.forEach((value, bucket) => {
    if (value === null || !Number.isFinite(value)) return;
    at.push(bucket);
    values.push(value);
  });
  if (values.length < LEAST_OUTSIDE + 1) return undefined;
  const noise = Math.max(noiseOf(values), floor);
  const piece = strongestPiece(winsorised(values, noise), noise);
  if (piece === undefined) return undefined;
  return {
    from: at[piece.from]!,
    to: piece.to === values.length ? series.length : at[piece.to]!,
    inside: median(values.slice(piece.from, piece.to)),
    outside: median([...values.slice(0, piece.from), ...values.slice(piece.to)]),
    strength: piece.gain,
  };
}

/**
 * The changes of level one after another, the strongest first: each is looked for in what the ones before leave over.
 */
export function findShifts(series: readonly (number | null)[], floor: number, most: number): Shift[] {
  const left = [...series];
  const shifts: Shift[] = [];
  while (shifts.length < most) {
    const shift = findShift(left, floor);
    if (shift === undefined) break;
    shifts.push(shift);
    left.fill(null, shift.from, shift.to);
  }
  return shifts;
}

/** Noise from neighbouring differences, so that the change itself does not count as noise. */
function noiseOf(values: readonly number[]): number {
  const steps: number[] = [];
  for (let i = 1; i < values.length; i++) steps.push(Math.abs(values[i]! - values[i - 1]!));
  return (1.4826 * median(steps)) / Math.SQRT2;
}

/** Caps what a single bucket may weigh, so that one spike does not pass for a long change. */
function winsorised(values: readonly number[], noise: number): number[] {
  const middle = median(values);
  const reach = 12 * noise;
  return values.map(value => Math.min(middle + reach, Math.max(middle - reach, value)));
}

function strongestPiece(
  values: readonly number[],
  noise: number,
): { from: number; to: number; gain: number } | undefined {
  const count = values.length;
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + values[i]!;
  const total = sums[count]!;
  let best = { from: 0, to: 0, gain: 0 };
  for (let from = 1; from < count; from++) {
    for (let to = from + 1; to <= count; to++) {
      const inside = to - from;
      const outside = count - inside;
      if (outside < LEAST_OUTSIDE) break;
      const sum = sums[to]! - sums[from]!;
      const difference = sum / inside - (total - sum) / outside;
      const gain = (difference * difference * inside * outside) / (count * noise * noise);
      if (gain > best.gain) best = { from, to, gain };
    }
  }
  const enough = best.to - best.from > 1 ? LEAST_GAIN : LONELY_GAIN;
  return best.gain >= enough ? best : undefined;
}

export type Worse = 'higher' | 'lower' | 'either';

/**
 * Reads the shift as "quiet, then changed": of the two levels the worse one is the change. A series that begins changed
 * and settles gives its beginning; a mere dip of what is worse when higher gives undefined.
 */
export function changedPiece(shift: Shift, buckets: number, worse: Worse): Shift | undefined {
  const rises = shift.inside > shift.outside;
  if (worse === 'either' || rises === (worse === 'higher')) return shift;
  const { from, to, inside, outside, strength } = shift;
  return to < buckets ? undefined : { from: 0, to: from, inside: outside, outside: inside, strength };
}

/** Counts with the buckets blanked in which nothing at all was recorded. */
export const whereHeard = (counts: readonly number[], heard: readonly boolean[]): (number | null)[] =>
  counts.map((count, bucket) => (heard[bucket] === false ? null : count));
