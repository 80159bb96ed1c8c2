import type { TimeContext } from '../reader.ts';
import { isCivil } from './civil.ts';
import {
  COLON,
  COMMA,
  DASH,
  DOT,
  digit,
  digitRun,
  fourDigits,
  isLetter,
  SLASH,
  SPACE,
  skipBlanks,
  twoDigits,
} from './digits.ts';
import { monthNameAt, weekdayEnd } from './names.ts';
import { latestYear } from './resolve.ts';
import type { Stamp } from './stamp.ts';

/**
 * Reads a date at `at` into the stamp and gives its end, or −1.
 *
 * Two readings are settled by rule where the digits do not settle them:
 * - day and month before a year of four digits: `13/…` and `…/13` say it themselves; otherwise what other
 *   stamps of the file said (the context's order) decides, else `/` is month first (US) and `.` or `-` is day first;
 * - three numbers of two digits (`17/06/09`): see `orderShortDate`, which needs to know about when it was.
 */
export function scanDate(text: string, at: number, stamp: Stamp, context: TimeContext): number {
  if (isLetter(text.charCodeAt(at))) return scanNamed(text, at, stamp);
  switch (digitRun(text, at, 9)) {
    case 4:
      return scanYearFirst(text, at, stamp);
    case 8:
      return setDate(stamp, fourDigits(text, at), twoDigits(text, at + 4), twoDigits(text, at + 6), at + 8);
    case 6:
      return setDate(
        stamp,
        fullYear(twoDigits(text, at)),
        twoDigits(text, at + 2),
        twoDigits(text, at + 4),
        at + 6,
      );
    case 2:
      return scanDayOrMonthFirst(text, at, at + 2, stamp, context);
    case 1:
      return scanDayOrMonthFirst(text, at, at + 1, stamp, context);
    default:
      return -1;
  }
}

/** `Sun Dec 04`, `Sun, 04 Dec 2005`, `Sunday, 04-Dec-05`, `Jan 30, 2023`, `Jan  2`. */
function scanNamed(text: string, at: number, stamp: Stamp): number {
  let start = at;
  const weekday = weekdayEnd(text, at);
  if (weekday >= 0) {
    start = skipBlanks(text, text.charCodeAt(weekday) === COMMA ? weekday + 1 : weekday);
    if (start === weekday) return -1;
    if (digit(text, start) >= 0) {
      const run = digitRun(text, start, 5);
      if (run === 4) return scanYearFirst(text, start, stamp);
      return run <= 2 ? scanDayBeforeName(text, start, start + run, stamp) : -1;
    }
  }
  const name = monthNameAt(text, start);
  if (name === undefined) return -1;
  const dayAt = skipBlanks(text, text.charCodeAt(name.end) === DOT ? name.end + 1 : name.end);
  if (dayAt === name.end) return -1;
  const run = digitRun(text, dayAt, 3);
  if (run === 0 || run > 2) return -1;
  const day = run === 2 ? twoDigits(text, dayAt) : digit(text, dayAt);
  const dayEnd = dayAt + run;
  const yearAt = skipBlanks(text, text.charCodeAt(dayEnd) === COMMA ? dayEnd + 1 : dayEnd);
  if (yearAt > dayEnd && digitRun(text, yearAt, 5) === 4) {
    return setDate(stamp, fourDigits(text, yearAt), name.month, day, yearAt + 4);
  }
  return setDate(stamp, -1, name.month, day, dayEnd);
}

/** `2015-07-29`, `2015/07/29`, `2005.06.03`, `2023-Jan-30`, `2023 Jan 30`; and klog's `0130 11:39:54`, month and day. */
function scanYearFirst(text: string, at: number, stamp: Stamp): number {
  const year = fourDigits(text, at);
  const separator = text.charCodeAt(at + 4);
  if (separator !== DASH && separator !== SLASH && separator !== DOT && separator !== SPACE) return -1;
  let month = twoDigits(text, at + 5);
  let end = at + 7;
  if (month < 0) {
    const name = monthNameAt(text, at + 5);
    month = name?.month ?? digit(text, at + 5);
    end = name?.end ?? at + 6;
  } else if (separator === SPACE) {
    if (text.charCodeAt(at + 7) !== COLON) return -1;
    return setDate(stamp, -1, twoDigits(text, at), twoDigits(text, at + 2), at + 4);
  }
  if (text.charCodeAt(end) !== separator) return -1;
  const run = digitRun(text, end + 1, 3);
  if (run === 0 || run > 2) return -1;
  const day = run === 2 ? twoDigits(text, end + 1) : digit(text, end + 1);
  return setDate(stamp, year, month, day, end + 1 + run);
}

/** What begins with one or two digits that end at `firstEnd`. */
function scanDayOrMonthFirst(
  text: string,
  at: number,
  firstEnd: number,
  stamp: Stamp,
  context: TimeContext,
): number {
  const separator = text.charCodeAt(firstEnd);
  if (separator === SPACE || isLetter(text.charCodeAt(firstEnd + 1))) {
    return scanDayBeforeName(text, at, firstEnd, stamp);
  }
  if (separator !== SLASH && separator !== DASH && separator !== DOT) return -1;
  const first = numberOf(text, at, firstEnd);
  const secondRun = digitRun(text, firstEnd + 1, 3);
  if (secondRun === 0 || secondRun > 2) return -1;
  const secondEnd = firstEnd + 1 + secondRun;
  const second = numberOf(text, firstEnd + 1, secondEnd);
  if (text.charCodeAt(secondEnd) !== separator) {
    if (firstEnd - at !== secondRun && separator !== SLASH) return -1;
    return first > 12
      ? setDate(stamp, -1, second, first, secondEnd)
      : setDate(stamp, -1, first, second, secondEnd);
  }
  const third = secondEnd + 1;
  const thirdRun = digitRun(text, third, 5);
  if (thirdRun === 4) {
    const year = fourDigits(text, third);
    const usual = separator === SLASH ? 'month first' : 'day first';
    const isMonthFirst = second > 12 || (first <= 12 && (context.dateOrder ?? usual) === 'month first');
    return isMonthFirst
      ? setDate(stamp, year, first, second, third + 4)
      : setDate(stamp, year, second, first, third + 4);
  }
  if (thirdRun !== 2) return -1;
  const short = orderShortDate(first, second, twoDigits(text, third), separator, latestYear(context));
  return short === undefined ? -1 : setDate(stamp, short[0], short[1], short[2], third + 2);
}

/** `30 Jan 2023`, `30/Jan/2023`, `04-Dec-05`, `30 Jan` (no year). */
function scanDayBeforeName(text: string, at: number, dayEnd: number, stamp: Stamp): number {
  const separator = text.charCodeAt(dayEnd);
  if (separator !== SPACE && separator !== DASH && separator !== SLASH && separator !== DOT) return -1;
  const name = monthNameAt(text, dayEnd + 1);
  if (name === undefined) return -1;
  const day = numberOf(text, at, dayEnd);
  const run = digitRun(text, name.end + 1, 5);
  if (text.charCodeAt(name.end) === separator) {
    if (run === 4) return setDate(stamp, fourDigits(text, name.end + 1), name.month, day, name.end + 5);
    if (run === 2 && separator !== SPACE) {
      return setDate(stamp, fullYear(twoDigits(text, name.end + 1)), name.month, day, name.end + 3);
    }
  }
  return separator === SPACE || separator === DASH ? setDate(stamp, -1, name.month, day, name.end) : -1;
}

/**
 * `17/06/09` is year/month/day, month/day/year or day/month/year, `17.06.09` more likely day.month.year: the first of
 * these that exists and lies in the twenty years that end with the context's year; failing that, the first that exists.
 */
function orderShortDate(
  a: number,
  b: number,
  c: number,
  separator: number,
  thisYear: number,
): readonly [number, number, number] | undefined {
  const yearFirst = [fullYear(a), b, c] as const;
  const monthFirst = [fullYear(c), a, b] as const;
  const dayFirst = [fullYear(c), b, a] as const;
  const readings = separator === DOT ? [dayFirst, yearFirst, monthFirst] : [yearFirst, monthFirst, dayFirst];
  const existing = readings.filter(([year, month, day]) => isCivil(year, month, day));
  return existing.find(([year]) => year <= thisYear && year > thisYear - 20) ?? existing[0];
}

/** `05` → 2005, `94` → 1994. */
function fullYear(ofCentury: number): number {
  return ofCentury < 70 ? 2000 + ofCentury : 1900 + ofCentury;
}

/** The number in one or two digits. */
function numberOf(text: string, start: number, end: number): number {
  return end - start === 2 ? twoDigits(text, start) : digit(text, start);
}

/** Sets the date when it exists (a year of −1 is one that is yet to be found) and gives `end`, else −1. */
function setDate(stamp: Stamp, year: number, month: number, day: number, end: number): number {
  if (!isCivil(year === -1 ? 2000 : year, month, day)) return -1;
  stamp.year = year;
  stamp.month = month;
  stamp.day = day;
  return end;
}
