import { REGIONAL_MEANINGS, ZONE_ABBREVIATIONS } from './abbreviations.ts';
import { COLON, DASH, digit, digitRun, isLetter, isWordCharacter, PLUS, SPACE, twoDigits } from './digits.ts';
import type { Stamp } from './stamp.ts';
import { isZone } from './zone.ts';

const AREA =
  /(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)(?:\/[\w+-]+){1,2}/y;
const BRACKETED_AREA = /\[[A-Z][A-Za-z]+(?:\/[\w+-]+){0,2}\]/y;
const COMMENT = / \([A-Za-z .'-]{2,50}\)/y;
const MONOTONIC_CLOCK = / m=[+-]\d+\.\d+/y;

/**
 * Reads the zone that follows a time of day into the stamp and gives its end; `at` when there is none:
 * `Z`, `+01`, ` -0700`, `+05:30`, ` UTC`, ` CEST`, ` GMT+0100 (Central European Standard Time)`, `[Europe/Paris]`,
 * ` Europe/Paris`, ` +0000 UTC m=+1.5`.
 */
export function scanZone(text: string, at: number, stamp: Stamp): number {
  const code = text.charCodeAt(at);
  if ((code | 32) === 122 && !isWordCharacter(text.charCodeAt(at + 1))) {
    stamp.offset = 0;
    return at + 1;
  }
  if (code === SPACE) {
    const next = text.charCodeAt(at + 1);
    if (next === PLUS || next === DASH) return scanOffset(text, at + 1, at, stamp);
    return next >= 65 && next <= 90 ? scanName(text, at + 1, at, stamp) : at;
  }
  if (code === PLUS || code === DASH) return scanOffset(text, at, at, stamp);
  if (code >= 65 && code <= 90) return scanName(text, at, at, stamp);
  return code === 91 ? scanArea(text, at, stamp) : at;
}

/** `±hhmm`, `±hh:mm`, and `±hh` where it touches the time; `from` is where the time ended. */
function scanOffset(text: string, at: number, from: number, stamp: Stamp): number {
  const hours = twoDigits(text, at + 1);
  if (hours < 0 || hours > 18) return from;
  let end = at + 3;
  let minutes = 0;
  const minuteAt = text.charCodeAt(end) === COLON ? end + 1 : end;
  if (digit(text, minuteAt) >= 0) {
    minutes = twoDigits(text, minuteAt);
    if (minutes < 0 || minutes > 59) return from;
    end = minuteAt + 2;
  } else if (at !== from) return from;
  const after = text.charCodeAt(end);
  if (isWordCharacter(after) || (after === COLON && digit(text, end + 1) >= 0)) return from;
  stamp.offset = (text.charCodeAt(at) === DASH ? -1 : 1) * (hours * 60 + minutes);
  return scanRemark(text, end, stamp);
}

/** What may follow an offset without changing it: a name of the zone, and Go's monotonic clock. */
function scanRemark(text: string, at: number, stamp: Stamp): number {
  const next = text.charCodeAt(at);
  if (next === 91) return scanArea(text, at, stamp);
  if (next !== SPACE) return at;
  let end = abbreviationEnd(text, at + 1) ?? at;
  end = stickyEnd(COMMENT, text, end);
  return stickyEnd(MONOTONIC_CLOCK, text, end);
}

function scanName(text: string, at: number, from: number, stamp: Stamp): number {
  const end = abbreviationEnd(text, at);
  if (end === undefined) return from === at ? from : scanBareArea(text, at, from, stamp);
  const name = text.slice(at, end);
  const minutes = ZONE_ABBREVIATIONS.get(name)!;
  const sign = text.charCodeAt(end);
  if ((sign === PLUS || sign === DASH) && minutes === 0) {
    const width = digitRun(text, end + 1, 3);
    if (width === 1) {
      stamp.offset = (sign === DASH ? -60 : 60) * digit(text, end + 1);
      return end + 2;
    }
    return scanOffset(text, end, end, stamp);
  }
  stamp.offset = minutes;
  if (REGIONAL_MEANINGS.has(name)) stamp.zone = name;
  return stickyEnd(MONOTONIC_CLOCK, text, end);
}

function scanBareArea(text: string, at: number, from: number, stamp: Stamp): number {
  const end = stickyEnd(AREA, text, at);
  if (end === at || !isZone(text.slice(at, end))) return from;
  stamp.zone = text.slice(at, end);
  return end;
}

/** `[Europe/Paris]`; beside an offset it is a remark only. */
function scanArea(text: string, at: number, stamp: Stamp): number {
  const end = stickyEnd(BRACKETED_AREA, text, at);
  if (end === at) return at;
  const name = text.slice(at + 1, end - 1);
  if (!(name.includes('/') || name === 'UTC') || !isZone(name)) return at;
  if (Number.isNaN(stamp.offset)) stamp.zone = name;
  return end;
}

function abbreviationEnd(text: string, at: number): number | undefined {
  let end = at;
  while (end < at + 5 && isLetter(text.charCodeAt(end))) end++;
  if (end < at + 2 || isWordCharacter(text.charCodeAt(end)) || text.charCodeAt(end) === 47) return undefined;
  return ZONE_ABBREVIATIONS.has(text.slice(at, end)) ? end : undefined;
}

function stickyEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
