import type { Micros } from '../../../core/record.ts';
import type { TimeContext } from '../reader.ts';
import {
  COLON,
  COMMA,
  DASH,
  DOT,
  digit,
  digitRun,
  fourDigits,
  isLetter,
  isWordCharacter,
  SLASH,
  SPACE,
  skipBlanks,
  TAB,
  UNDERSCORE,
} from './digits.ts';
import type { FoundInstant } from './instant.ts';
import { resolve } from './resolve.ts';
import { scanClock, scanCompactClock } from './scanClock.ts';
import { scanDate } from './scanDate.ts';
import { scanZone } from './scanZone.ts';
import { clearStamp, emptyStamp } from './stamp.ts';

const BAR = 0x7c;
const AT_SIGN = 0x40;

/** A stamp, and what it is made of. */
export interface StampAt extends FoundInstant {
  hasDate: boolean;
  hasClock: boolean;
}

const stamp = emptyStamp();

/**
 * The calendar stamp that begins exactly at `start`: a date, a time of day, or both; undefined when there is none.
 *
 * Forms: ISO 8601 (basic and extended), `2015/07/29`, `17/06/09`, `081109 203615`, `03-17 16:13:38.811`,
 * `Jun 14 15:16:01`, `Sun Dec 04 04:47:44 2005`, RFC 2822 and 850, `10/Oct/2000:13:55:36 -0700`,
 * `1/30/2023 11:39:54 PM`, `Jan 30, 2023 @ 12:52:00.123`, `20230130-11:39:54.342`, `2005-06-03-15.42.50.363779`, Go's `… +0000 UTC m=+1.5`.
 */
export function instantAt(text: string, start: number, context: TimeContext): StampAt | undefined {
  clearStamp(stamp);
  const dateEnd = scanDate(text, start, stamp, context);
  if (dateEnd < 0) return compactStamp(text, start, context) ?? clockOnly(text, start, context);
  const clockEnd = scanClockAfter(text, dateEnd, dateEnd - start);
  if (clockEnd < 0) {
    stamp.second = -1;
    stamp.precision = 'day';
    return stamp.year < 0 || dateEnd - start === 6
      ? clockOnly(text, start, context)
      : found(text, start, dateEnd, context);
  }
  let end = scanZone(text, clockEnd, stamp);
  if (stamp.year < 0) {
    const yearEnd = scanTrailingYear(text, end);
    if (yearEnd > end) end = scanZone(text, yearEnd, stamp);
  }
  return found(text, start, end, context);
}

/** Where the time of day after a date ends, or −1. `width` is the date's. */
function scanClockAfter(text: string, dateEnd: number, width: number): number {
  const code = text.charCodeAt(dateEnd);
  let at = dateEnd + 1;
  if (code === SPACE || code === TAB) {
    at = skipBlanks(text, at);
    const next = text.charCodeAt(at);
    if ((next === DASH || next === BAR || next === AT_SIGN) && text.charCodeAt(at + 1) === SPACE) at += 2;
    else if (next === 97 && text.startsWith('at ', at)) at += 3;
  } else if (code === COMMA) at = skipBlanks(text, at);
  else if ((code | 32) !== 116 && code !== COLON && code !== DASH && code !== UNDERSCORE && code !== SLASH)
    return -1;
  const end = scanClock(text, at, stamp);
  // `2023-02-11 10.20.30.40` is a day and an address.
  if (code === SPACE && end > 0 && text.charCodeAt(at + 2) === DOT && stamp.precision !== 's') return -1;
  if (end >= 0 || code === COLON || code === SLASH) return end;
  return (code | 32) === 116 || ((width === 6 || width === 8) && digitRun(text, dateEnd - width, 9) === width)
    ? scanCompactClock(text, at, stamp)
    : -1;
}

/** A year that stands last, as in `Sun Dec 04 04:47:44 2005`; gives its end, or `at`. */
function scanTrailingYear(text: string, at: number): number {
  if (text.charCodeAt(at) !== SPACE || digitRun(text, at + 1, 5) !== 4) return at;
  const year = fourDigits(text, at + 1);
  if (year < 1970 || year > 2200 || isLetter(text.charCodeAt(at + 5))) return at;
  if (text.charCodeAt(at + 5) === DASH || text.charCodeAt(at + 5) === DOT) return at;
  stamp.year = year;
  return at + 5;
}

/** `20230130113954`, with thousandths or millionths. */
function compactStamp(text: string, start: number, context: TimeContext): StampAt | undefined {
  const run = digitRun(text, start, 21);
  if (run !== 14 && run !== 17 && run !== 20) return undefined;
  if (scanDate(text.slice(start, start + 8), 0, stamp, context) < 0 || stamp.year < 1970 || stamp.year > 2200)
    return undefined;
  const end = scanCompactClock(text, start + 8, stamp);
  return end < 0 ? undefined : found(text, start, scanZone(text, end, stamp), context);
}

function clockOnly(text: string, start: number, context: TimeContext): StampAt | undefined {
  clearStamp(stamp);
  const end = scanClock(text, start, stamp);
  // A bare `10:30` or `3.14.15` is more often something else.
  if (
    end < 0 ||
    stamp.precision === 'min' ||
    text.charCodeAt(start + 2) === DOT ||
    text.charCodeAt(start + 1) === DOT
  ) {
    return undefined;
  }
  return found(text, start, scanZone(text, end, stamp), context);
}

/** The result, unless the text goes on as if this were part of something longer. */
function found(text: string, start: number, end: number, context: TimeContext): StampAt | undefined {
  const after = text.charCodeAt(end);
  if (isWordCharacter(after)) return undefined;
  const goesOn =
    (after === COLON || after === DOT || after === DASH || after === SLASH) && digit(text, end + 1) >= 0;
  if (goesOn && digit(text, end - 1) >= 0) return undefined;
  const at: Micros = resolve(stamp, context);
  if (Number.isNaN(at)) return undefined;
  return {
    at,
    precision: stamp.precision,
    zoned: !Number.isNaN(stamp.offset) || stamp.zone !== '',
    start,
    end,
    hasDate: stamp.month > 0,
    hasClock: stamp.second >= 0,
  };
}
