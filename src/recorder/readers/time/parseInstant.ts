import type { TimeContext } from '../reader.ts';
import { digit } from './digits.ts';
import type { Instant } from './instant.ts';
import { instantAt } from './instantAt.ts';
import { instantFromNumber } from './instantFromNumber.ts';
import { instantFromTai } from './instantFromTai.ts';

/** Shorter digit strings are a year, a count, an id: anything but a time. */
const SHORTEST_EPOCH = 9;

/**
 * The instant that a text is, as a whole: any form of `instantAt`, an epoch in s, ms, µs or ns, TAI64N, or .NET's
 * `/Date(…)/`; undefined when it is none. Never throws.
 */
export function parseInstant(text: string, context: TimeContext): Instant | undefined {
  const stamp = text.trim();
  const found = instantAt(stamp, 0, context);
  if (found !== undefined && found.end === stamp.length) {
    return { at: found.at, precision: found.precision, zoned: found.zoned };
  }
  if (digit(stamp, 0) >= 0 && digit(stamp, SHORTEST_EPOCH - 1) >= 0) return instantFromNumber(stamp);
  if (stamp.startsWith('@')) return instantFromTai(stamp);
  const wrapped = /^(?:\/Date\((\d{9,})(?:[+-]\d{4})?\)\/|\[(.+)\])$/.exec(stamp);
  if (wrapped === null) return undefined;
  return wrapped[1] === undefined ? parseInstant(wrapped[2]!, context) : instantFromNumber(wrapped[1]);
}
