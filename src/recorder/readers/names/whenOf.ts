import type { ReadRecord } from '../../../core/record.ts';
import type { TimeContext } from '../reader.ts';
import { instantFromNumber } from '../time/instantFromNumber.ts';
import { parseInstant } from '../time/parseInstant.ts';

/** The time columns of a record. */
export type When = Pick<ReadRecord, 'at' | 'atRaw' | 'precision' | 'zoned'>;

/** What a record says that has no time. */
export const NEVER: When = { at: undefined, atRaw: '', precision: '', zoned: false };

/**
 * The time that a parsed value (text, or a count since 1970) means, as a record states it. A value that is no time stays
 * as `atRaw`.
 */
export function whenOf(value: unknown, context: TimeContext): When {
  if (typeof value !== 'string' && typeof value !== 'number') return NEVER;
  if (value === '') return NEVER;
  const atRaw = String(value);
  const found = typeof value === 'number' ? instantFromNumber(value) : parseInstant(value, context);
  if (!found) return { at: undefined, atRaw, precision: '', zoned: false };
  return { at: found.at, atRaw, precision: found.precision, zoned: found.zoned };
}

/** The first of several values that is a time; NEVER when none is. */
export function firstWhen(context: TimeContext, ...values: readonly unknown[]): When {
  for (const value of values) {
    const when = whenOf(value, context);
    if (when.at !== undefined) return when;
  }
  return NEVER;
}
