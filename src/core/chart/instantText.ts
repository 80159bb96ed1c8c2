import type { Micros, Precision } from '../record.ts';
import { offsetText, type ZoneClock } from './zoneClock.ts';

/** What to show of an instant. `digits` are those after the second's point: 0, 3 or 6; -1 leaves seconds out. */
export interface InstantStyle {
  clock: ZoneClock;
  digits: number;
  date: 'none' | 'short' | 'full';
}

/** Digits after the second that a precision deserves; the record keeps microseconds, so `ns` shows six. */
export const PRECISION_DIGITS: Record<Precision, number> = {
  ns: 6,
  us: 6,
  ms: 3,
  s: 0,
  min: -1,
  day: -1,
  '': 0,
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `07:04:12.345`, `8 Mar 07:04` or `2026-03-08 07:04:12`; what is outside the calendar's range shows as `–`. */
export function instantText(at: Micros, style: InstantStyle): string {
  const day = dayText(at, style);
  const time = clockText(at, style);
  return day === '' ? time : `${day} ${time}`;
}

/** Everything there is to say about when: date, time to the microsecond where known, zone and its offset. */
export function fullInstantText(at: Micros, precision: Precision, clock: ZoneClock): string {
  const text = instantText(at, { clock, digits: PRECISION_DIGITS[precision], date: 'full' });
  const offset = clock.offsetAt(at);
  return clock.name === 'UTC' ? `${text} UTC` : `${text} ${clock.name} (${offsetText(offset)})`;
}

/** RFC 3339 in UTC, for `<time datetime>`; `''` outside the calendar's range. */
export function instantIso(at: Micros): string {
  const wall = new Date(Math.floor(at / 1000));
  return Number.isFinite(wall.getTime()) ? wall.toISOString() : '';
}

/** Day of the wall clock, as a number that changes at midnight in that zone. */
export function wallDay(at: Micros, clock: ZoneClock): number {
  return Math.floor((at + clock.offsetAt(at)) / 86_400_000_000);
}

function dayText(at: Micros, { clock, date }: InstantStyle): string {
  if (date === 'none') return '';
  const wall = wallDate(at, clock);
  if (!wall) return '';
  if (date === 'full') return wall.toISOString().slice(0, wall.getUTCFullYear() > 9999 ? 13 : 10);
  return `${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()]}`;
}

function clockText(at: Micros, { clock, digits }: InstantStyle): string {
  const wall = wallDate(at, clock);
  if (!wall) return '–';
  const time = wall.toISOString().split('T')[1] ?? '';
  if (digits < 0) return time.slice(0, 5);
  if (digits === 0) return time.slice(0, 8);
  const micros = String(mod(Math.floor(at), 1_000_000)).padStart(6, '0');
  return `${time.slice(0, 8)}.${micros.slice(0, digits)}`;
}

function wallDate(at: Micros, clock: ZoneClock): Date | undefined {
  const wall = new Date(Math.floor((at + clock.offsetAt(at)) / 1000));
  return Number.isFinite(wall.getTime()) ? wall : undefined;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
