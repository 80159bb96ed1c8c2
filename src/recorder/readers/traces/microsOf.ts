import type { Micros } from '../../../core/record.ts';
import { numberOf } from '../json/value.ts';

/** A count of microseconds as tracers write it, whole; undefined for what cannot be one. */
export function microsOf(value: unknown): Micros | undefined {
  const micros = Math.floor(numberOf(value) ?? Number.NaN);
  return Number.isSafeInteger(micros) && micros >= 0 ? micros : undefined;
}
