import type { Micros } from '../../../core/record.ts';
import type { TimeContext } from '../reader.ts';
import { REGIONAL_MEANINGS } from './abbreviations.ts';
import {
  civilFromDays,
  daysFromCivil,
  isCivil,
  isLeapYear,
  MICROS_PER_DAY,
  MICROS_PER_SECOND,
} from './civil.ts';
import type { Stamp } from './stamp.ts';
import { localOffset, offsetAt } from './zone.ts';

const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;

/** The year and month in which the latest stamp without a year may lie, for the anchor that was asked last. */
const limit = { anchor: Number.NaN, at: 0, year: 0, month: 0 };

/** The year of the latest possible stamp: one day after the context's anchor. */
export function latestYear(context: TimeContext): number {
  setLimit(context);
  return limit.year;
}

/**
 * The instant that a stamp means, NaN when there is none that a `Micros` can hold.
 * Without a date it is the anchor's day; without a year it falls into the twelve months that end one day after the
 * anchor (29 February: into the last leap year); without a zone the context's zone decides.
 */
export function resolve(stamp: Stamp, context: TimeContext): Micros {
  const inDay = stamp.second < 0 ? 0 : stamp.second * MICROS_PER_SECOND + stamp.micro;
  if (stamp.month === 0) return withZone(anchorDay(context) + inDay, stamp, context);
  if (stamp.year >= 0) {
    return withZone(
      daysFromCivil(stamp.year, stamp.month, stamp.day) * MICROS_PER_DAY + inDay,
      stamp,
      context,
    );
  }
  setLimit(context);
  let year = stamp.month === 1 && limit.month === 12 ? limit.year + 1 : limit.year;
  if (stamp.month === 2 && stamp.day === 29) while (!isLeapYear(year)) year--;
  for (;;) {
    const local = daysFromCivil(year, stamp.month, stamp.day) * MICROS_PER_DAY + inDay;
    const at = withZone(local, stamp, context);
    if (!(at > limit.at)) return at;
    do year--;
    while (!isCivil(year, stamp.month, stamp.day) && year > 0);
  }
}

function withZone(local: Micros, stamp: Stamp, context: TimeContext): Micros {
  const at = local - offsetOf(stamp, local, context);
  return Number.isSafeInteger(at) ? at : Number.NaN;
}

function offsetOf(stamp: Stamp, local: Micros, context: TimeContext): Micros {
  if (Number.isNaN(stamp.offset)) return localOffset(stamp.zone === '' ? context.zone : stamp.zone, local);
  if (stamp.zone === '') return stamp.offset * MICROS_PER_MINUTE;
  return regionalOffset(stamp, local, context) * MICROS_PER_MINUTE;
}

/** Minutes that an abbreviation with several meanings stands for where the context's zone lies. */
function regionalOffset(stamp: Stamp, local: Micros, context: TimeContext): number {
  const isOffset = context.zone.startsWith('+') || context.zone.startsWith('-');
  const own = isOffset ? localOffset(context.zone, local) / MICROS_PER_MINUTE : Number.NaN;
  for (const { area, minutes } of REGIONAL_MEANINGS.get(stamp.zone) ?? []) {
    if (minutes === own || context.zone.startsWith(area)) return minutes;
  }
  return stamp.offset;
}

/** Local midnight, as if it were UTC, of the anchor's day in the context's zone. */
function anchorDay(context: TimeContext): Micros {
  const local = context.anchor + offsetAt(context.zone, context.anchor);
  return Math.floor(local / MICROS_PER_DAY) * MICROS_PER_DAY;
}

function setLimit(context: TimeContext): void {
  if (context.anchor === limit.anchor) return;
  const at = context.anchor + MICROS_PER_DAY;
  const { year, month } = civilFromDays(Math.floor(at / MICROS_PER_DAY));
  limit.anchor = context.anchor;
  limit.at = at;
  limit.year = year;
  limit.month = month;
}
