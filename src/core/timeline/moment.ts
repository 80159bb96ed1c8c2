import type { Moment, MomentKind } from '../document/bundle.ts';
import type { Micros } from '../record.ts';

/** What a proposed moment rests on: rows to show, how many there are, and the query that counts them again. */
export interface Ground {
  label: string;
  rows: number[];
  count: number;
  query?: string;
}

/** A moment as a rule proposes it: not yet weighed against the others, evidence still by row. */
export interface ProposedMoment extends Omit<Moment, 'id' | 'kept' | 'cites'> {
  kind: MomentKind;
  /** What makes two proposals the same thing; the heavier one stays and counts the other. */
  key: string;
  /** How many records it stands for. */
  count: number;
  grounds: Ground[];
  /** Id of the topic, when a line says by itself what is wrong. */
  topic?: string;
  /** Whether it shows what users felt where they come in. */
  edge?: boolean;
}

/** A rule looks at the observations and says which moments stand out, and why. */
export type MomentRule<Input> = (input: Input) => ProposedMoment[];

/** A short span of time in words a person would use: `350 ms`, `42 s`, `4 min 10 s`, `2 h 5 min`. */
export function spell(us: Micros): string {
  if (us < 1000) return `${Math.round(us)} µs`;
  if (us < 1e6) return `${Math.round(us / 1000)} ms`;
  const seconds = Math.round(us / 1e6);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.round(hours / 24)} days`;
}

/** Names in a sentence: `a`, `a and b`, `a, b and 3 more`. */
export function listed(names: readonly string[], most = 3): string {
  const rest = names.length - most;
  if (rest > 0) return `${names.slice(0, most).join(', ')} and ${rest} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** How long one call took, with two or three digits that matter: `3.8 ms`, `160 ms`, `2.04 s`. */
export function took(us: Micros): string {
  if (us < 1000) return `${Math.round(us)} µs`;
  return us < 1e6 ? `${figure(us / 1000)} ms` : `${figure(us / 1e6)} s`;
}

const UNITS = [
  [1e9, 'G'],
  [1e6, 'M'],
] as const;

/** A number with the digits that matter: `0.013`, `4.2`, `1 234`, `5.1 M`. */
export function figure(value: number): string {
  const size = Math.abs(value);
  for (const [unit, letter] of UNITS) if (size >= unit) return `${trim(value / unit, 1)} ${letter}`;
  if (size >= 100 || Number.isInteger(value))
    return Math.round(value)
      .toString()
      .replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
  if (size >= 10) return trim(value, 1);
  return trim(value, size >= 1 ? 2 : 3);
}

const trim = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** A share in percent that never rounds something to nothing or all: `0.04 %`, `12 %`, `99.9 %`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.01) return 'under 0.01 %';
  const digits = value < 1 || (value > 99 && value < 100) ? 2 : value < 10 ? 1 : 0;
  return `${Number(value.toFixed(digits))} %`;
}
