import type { Micros } from '../record.ts';
import { lowerBound } from './lowerBound.ts';

/** Buckets of `2 ** shift` µs that are not empty, ascending. */
interface CountLevel {
  shift: number;
  /** Number of each bucket: the offset of its events from the origin, divided by the bucket's length and rounded down. */
  buckets: Float64Array;
  counts: Uint32Array;
  marked: Uint32Array;
}

/**
 * Events counted in buckets of every power of two, so that a view of any span is drawn by looking at about as many
 * buckets as it has bars. Only levels with at most half as many buckets as the finer one are kept: the whole pyramid is
 * never larger than the events themselves, however they bunch.
 */
export interface CountPyramid {
  origin: Micros;
  /** Ascending, none before the origin. */
  times: Float64Array;
  /** 1 for events that are counted apart, such as errors. */
  flags: Uint8Array;
  /** The finest first. */
  levels: CountLevel[];
}

/** Offsets from the origin stay safe integers, so no bucket is longer than this power of two. */
const LARGEST_SHIFT = 53;

/** Builds the pyramid of events in ascending order of time. */
export function buildPyramid(times: Float64Array, flags: Uint8Array, origin: Micros): CountPyramid {
  const merges = countMerges(times, origin);
  const levels: CountLevel[] = [];
  let distinct = times.length;
  let kept = times.length;
  for (let shift = 0; shift <= LARGEST_SHIFT && kept > 1; shift++) {
    distinct -= merges[shift] as number;
    if (distinct * 2 > kept) continue;
    levels.push(coarser(stockOf({ origin, times, flags, levels }, shift), shift, distinct));
    kept = distinct;
  }
  return { origin, times, flags, levels };
}

/** A row of bars to count into: bar 0 is the bucket `first` of `2 ** shift` µs. */
export interface Bars {
  shift: number;
  first: number;
  counts: Float64Array;
  marked: Float64Array;
}

/** Adds the events of the pyramid to the bars that they fall into. */
export function countInto({ shift, first, counts, marked }: Bars, pyramid: CountPyramid): void {
  const stock = stockOf(pyramid, shift);
  const length = 2 ** (shift - stock.shift);
  const end = stock.start + (first + counts.length) * length;
  const { values } = stock;
  for (let place = lowerBound(values, stock.start + first * length); place < values.length; place++) {
    const value = values[place] as number;
    if (value >= end) return;
    const bar = Math.floor((value - stock.start) / length) - first;
    (counts[bar] as number) += stock.counts?.[place] ?? 1;
    (marked[bar] as number) += stock.marked[place] as number;
  }
}

/** The fullest bucket of `2 ** shift` µs. */
export function peakOf(pyramid: CountPyramid, shift: number): number {
  const stock = stockOf(pyramid, shift);
  const length = 2 ** (shift - stock.shift);
  let [peak, bucket, count] = [0, Number.NaN, 0];
  for (let place = 0; place < stock.values.length; place++) {
    const next = Math.floor(((stock.values[place] as number) - stock.start) / length);
    if (next !== bucket) [bucket, count] = [next, 0];
    count += stock.counts?.[place] ?? 1;
    if (count > peak) peak = count;
  }
  return peak;
}

/** What is counted for a level or a view: buckets, or where none are coarse enough the events, one microsecond each. */
interface Stock {
  /** Bucket numbers or times, ascending. */
  values: Float64Array;
  /** The value that the origin has. */
  start: number;
  shift: number;
  /** Undefined: one each. */
  counts: Uint32Array | undefined;
  marked: ArrayLike<number>;
}

/** The coarsest that is not coarser than `shift`. */
function stockOf({ origin, times, flags, levels }: CountPyramid, shift: number): Stock {
  const level = levels.findLast(finer => finer.shift <= shift);
  return level
    ? { ...level, values: level.buckets, start: 0 }
    : { values: times, start: origin, shift: 0, counts: undefined, marked: flags };
}

function coarser(stock: Stock, shift: number, length: number): CountLevel {
  const share = 2 ** (shift - stock.shift);
  const buckets = new Float64Array(length);
  const [counts, marked] = [new Uint32Array(length), new Uint32Array(length)];
  let last = -1;
  for (let place = 0; place < stock.values.length; place++) {
    const bucket = Math.floor(((stock.values[place] as number) - stock.start) / share);
    if (last < 0 || buckets[last] !== bucket) buckets[++last] = bucket;
    (counts[last] as number) += stock.counts?.[place] ?? 1;
    (marked[last] as number) += stock.marked[place] as number;
  }
  return { shift, buckets, counts, marked };
}

/** How many neighbours come into one bucket at each shift: tells the size of every level in one pass. */
function countMerges(times: Float64Array, origin: Micros): Uint32Array {
  const merges = new Uint32Array(LARGEST_SHIFT + 1);
  for (let place = 1; place < times.length; place++) {
    const shift = shiftThatJoins((times[place - 1] as number) - origin, (times[place] as number) - origin);
    (merges[shift] as number)++;
  }
  return merges;
}

/** The smallest shift at which two offsets are equal. */
function shiftThatJoins(one: number, other: number): number {
  const [high, otherHigh] = [Math.floor(one / 2 ** 32), Math.floor(other / 2 ** 32)];
  // Bitwise operators see the lowest 32 bits, whatever the size of the number.
  return high === otherHigh ? 32 - Math.clz32(one ^ other) : 64 - Math.clz32(high ^ otherHigh);
}
