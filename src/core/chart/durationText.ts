import type { Micros } from '../record.ts';

const UNITS = [
  ['d', 86_400_000_000],
  ['h', 3_600_000_000],
  ['min', 60_000_000],
  ['s', 1_000_000],
] as const;

/** A length of time in its two largest units: `1 h 4 min`, `12 s`, `3.4 s` under ten seconds, `812 ms`, `40 µs`. */
export function durationText(length: Micros): string {
  const size = Math.abs(length);
  const sign = length < 0 ? '−' : '';
  if (size < 1000) return `${sign}${Math.round(size)} µs`;
  if (size < 1_000_000) return `${sign}${short(size / 1000)} ms`;
  if (size < 10_000_000) return `${sign}${short(size / 1_000_000)} s`;
  return sign + twoUnits(size);
}

function twoUnits(size: Micros): string {
  const whole = Math.round(size / 1_000_000) * 1_000_000;
  const first = UNITS.findIndex(([, micros]) => whole >= micros);
  const [name, micros] = UNITS[first] ?? UNITS[3];
  const head = `${Math.floor(whole / micros)} ${name}`;
  const next = UNITS[first + 1];
  const rest = next ? Math.floor((whole % micros) / next[1]) : 0;
  return next && rest > 0 ? `${head} ${rest} ${next[0]}` : head;
}

function short(value: number): string {
  return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}
