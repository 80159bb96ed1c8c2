import type { Precision } from '../../../core/record.ts';
import type { Instant } from './instant.ts';

/** A way to count time in one number: `units` in a microsecond (or 1/`units` of one), from `epoch` before 1970. */
interface Count {
  /** First magnitude that is read this way; the last row that is not above the number wins. */
  from: number;
  /** Microseconds in one. */
  micros: number;
  precision: Precision;
  /** What 1970-01-01 is in this count. */
  epoch: number;
}

/**
 * Which count a number is in follows from its magnitude. Windows' counts of 100 ns (FILETIME since 1601, .NET ticks
 * since year 1) sit where nanoseconds would mean 1973 to 1975 and 1989 to 1991.
 */
const COUNTS: readonly Count[] = [
  { from: 0, micros: 1e6, precision: 's', epoch: 0 },
  { from: 1e11, micros: 1e3, precision: 'ms', epoch: 0 },
  { from: 1e14, micros: 1, precision: 'us', epoch: 0 },
  { from: 1e17, micros: 1e-3, precision: 'ns', epoch: 0 },
  { from: 1.2e17, micros: 0.1, precision: 'us', epoch: 116_444_736_000_000_000 },
  { from: 1.6e17, micros: 1e-3, precision: 'ns', epoch: 0 },
  { from: 6.25e17, micros: 0.1, precision: 'us', epoch: 621_355_968_000_000_000 },
  { from: 6.6e17, micros: 1e-3, precision: 'ns', epoch: 0 },
];
const FINER: Record<string, readonly Precision[]> = {
  s: ['s', 'ms', 'ms', 'ms', 'us', 'us', 'us', 'ns'],
  ms: ['ms', 'us', 'us', 'us', 'ns'],
  us: ['us', 'ns'],
  ns: ['ns'],
};

/**
 * The instant that a count since 1970 means, its unit (s, ms, µs, ns) by magnitude; undefined for what is negative or
 * not a number. Give nanoseconds as text or bigint: as a `number` they are only good to a quarter of a microsecond.
 */
export function instantFromNumber(value: number | string | bigint): Instant | undefined {
  if (typeof value === 'number') return fromNumber(value);
  const match = /^(\d{1,22})(?:\.(\d{1,20}))?$/.exec(
    typeof value === 'bigint' ? value.toString() : value.trim(),
  );
  return match === null ? undefined : fromDigits(match[1]!, match[2] ?? '');
}

function countOf(value: number): Count {
  let chosen = COUNTS[0]!;
  for (const count of COUNTS) if (value >= count.from) chosen = count;
  return chosen;
}

function fromNumber(value: number): Instant | undefined {
  if (!(value >= 0) || value > 1e19) return undefined;
  const count = countOf(value);
  const whole = Number.isInteger(value);
  const at = whole ? toMicros(value - count.epoch, count.micros) : Math.round(value * count.micros);
  return instant(at, whole ? count.precision : finer(count, decimals(value)));
}

function fromDigits(whole: string, fraction: string): Instant | undefined {
  const count = countOf(Number(whole));
  const digits = BigInt(whole) - BigInt(count.epoch);
  if (count.micros < 1)
    return instant(Number(digits / BigInt(Math.round(1 / count.micros))), count.precision);
  const width = count.micros === 1e6 ? 6 : count.micros === 1e3 ? 3 : 0;
  const below = width === 0 ? 0 : Number(fraction.slice(0, width).padEnd(width, '0'));
  return instant(Number(digits) * count.micros + below, finer(count, fraction.length));
}

function toMicros(value: number, micros: number): number {
  return micros >= 1 ? value * micros : Math.floor(value / Math.round(1 / micros));
}

function finer(count: Count, digits: number): Precision {
  const row = FINER[count.precision] ?? [];
  return row[Math.min(digits, row.length - 1)] ?? count.precision;
}

function decimals(value: number): number {
  const text = String(value);
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}

function instant(at: number, precision: Precision): Instant | undefined {
  return Number.isSafeInteger(at) ? { at, precision, zoned: true } : undefined;
}
