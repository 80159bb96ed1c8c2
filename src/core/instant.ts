import type { Micros } from './record.ts';

const SHAPE = /^(.+?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i;

/** An RFC 3339 instant in microseconds UTC; digits behind the sixth are rounded. NaN where it is none. */
export function parseInstant(text: string): Micros {
  const [, whole, fraction = '', zone] = SHAPE.exec(text) ?? [];
  if (whole === undefined) return Number.NaN;
  return Date.parse(`${whole}${zone}`) * 1000 + Math.round(Number(`0.${fraction || 0}`) * 1e6);
}

/** Microseconds UTC as RFC 3339, with as many digits as are needed: `2023-01-30T12:07:14.123456Z`. */
export function printInstant(at: Micros): string {
  const second = Math.floor(at / 1e6);
  const fraction = String(at - second * 1e6)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = new Date(second * 1000).toISOString().slice(0, -5);
  return `${whole}${fraction && `.${fraction}`}Z`;
}
