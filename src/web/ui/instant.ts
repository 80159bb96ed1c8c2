import { t } from '../messages/index.ts';

/** Digits of the second's fraction that a stamp carries: how exact it claims to be. */
const fractionOf = (at: string): string => /\.(\d+)/.exec(at)?.[1] ?? '';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  formats.set(key, known);
  return known;
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** `12:07:14.123` in the zone, with as many digits as asked for and known. */
export function clockText(at: string, zone: string, digits = 0): string {
  const fraction = fractionOf(at).slice(0, digits);
  return format(zone, CLOCK).format(new Date(at)) + (fraction && `.${fraction.padEnd(digits, '0')}`);
}

/** What a zone is called now: `UTC`, `CET`, `GMT+5:30`. */
export const zoneName = (zone: string): string =>
  format(zone, { timeZoneName: 'short' })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** `30 Jan 2023`. */
export const dayText = (at: string, zone: string): string => format(zone, DAY).format(new Date(at));

/** Everything that the stamp says: `30 Jan 2023 12:07:14.123456 UTC, to the microsecond`. */
export function fullText(at: string, zone: string): string {
  const digits = fractionOf(at).length;
  const { microsecond, millisecond, second } = t.common.precision;
  const precision = digits > 3 ? microsecond : digits > 0 ? millisecond : second;
  return `${dayText(at, zone)} ${clockText(at, zone, digits)} ${zone}, ${precision}`;
}

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `3 hours ago`, `in 2 days`; less than a minute is `just now`, because screens are redrawn once a minute. */
export function agoText(at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  if (Math.abs(seconds) < 60) return t.common.justNow;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1)!;
  return relative.format(Math.round(seconds / size), unit);
}

/** `2 h 3 min`, `5 min`, `4.2 s`: the two largest units of a duration in milliseconds. */
export function durationText(milliseconds: number): string {
  const seconds = Math.abs(milliseconds) / 1000;
  if (seconds < 60) return `${seconds < 10 ? Number(seconds.toFixed(1)) : Math.round(seconds)} s`;
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || parts.length > 0) parts.push(`${count} ${unit}`);
  }
  const [first, second] = parts;
  return [first, second?.startsWith('0 ') ? undefined : second].filter(Boolean).join(' ');
}

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `1,204.5`: a figure as people read it. */
export const numberText = (value: number): string => NUMBER.format(value);
