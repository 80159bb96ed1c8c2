import type { TimeContext } from '../reader.ts';
import { DOT, digit, digitRun, isLetter, isWordCharacter } from './digits.ts';
import type { FoundInstant } from './instant.ts';
import { instantAt } from './instantAt.ts';
import { instantFromNumber } from './instantFromNumber.ts';
import { instantFromTai } from './instantFromTai.ts';

/** How far into a line a stamp is looked for. */
const REACH = 1000;
/** Characters that a stamp may follow: blanks, brackets, quotes and separators, never `.`, `-`, `/` or a word. */
const OPENERS = new Set(Array.from('\t ([{<"\'`=|,;:#*>', character => character.charCodeAt(0)));
/** First letters of weekday and month names. */
const NAME_INITIALS = new Set(Array.from('ADFJMNOSTWadfjmnostw', character => character.charCodeAt(0)));
const EPOCH_LENGTHS = new Set([10, 13, 16, 19]);
const FIRST_EPOCH_SECOND = 1e15; // 2001, in µs
const LAST_EPOCH_SECOND = 4.1e15; // 2099, in µs

/**
 * The first stamp in a line that has both date and time of day. Without one, a time, date, epoch or TAI64N label at
 * the very start of the line (brackets and quotes aside). Never throws.
 */
export function findInstant(line: string, context: TimeContext): FoundInstant | undefined {
  const reach = Math.min(line.length, REACH);
  let leading: FoundInstant | undefined;
  let isLeading = true;
  for (let at = 0; at < reach; at++) {
    const code = line.charCodeAt(at);
    const isWord = isWordCharacter(code);
    if (at > 0 && isWord && !OPENERS.has(line.charCodeAt(at - 1))) continue;
    if ((code >= 48 && code <= 57) || NAME_INITIALS.has(code)) {
      const stamp = instantAt(line, at, context);
      if (stamp?.hasDate && stamp.hasClock && (isLeading || !isBareDigits(line, at))) return bare(stamp);
      if (isLeading && leading === undefined) leading = stamp === undefined ? epochAt(line, at) : bare(stamp);
      if (stamp !== undefined) at = stamp.end - 1;
    } else if (code === 64 && isLeading) {
      leading ??= taiAt(line, at);
    }
    isLeading &&= !isWord;
  }
  return leading;
}

/** `081109 203615` and `20230130113954`: a stamp at the start of a line, mere numbers inside it. */
function isBareDigits(line: string, at: number): boolean {
  const run = digitRun(line, at, 21);
  return run >= 6 && run !== 8;
}

function epochAt(line: string, start: number): FoundInstant | undefined {
  const whole = digitRun(line, start, 20);
  if (!EPOCH_LENGTHS.has(whole)) return undefined;
  let end = start + whole;
  if (line.charCodeAt(end) === DOT && digit(line, end + 1) >= 0) end += 1 + digitRun(line, end + 1, 20);
  if (isLetter(line.charCodeAt(end))) return undefined;
  const instant = instantFromNumber(line.slice(start, end));
  if (instant === undefined || instant.at < FIRST_EPOCH_SECOND || instant.at > LAST_EPOCH_SECOND)
    return undefined;
  return { ...instant, start, end };
}

function taiAt(line: string, start: number): FoundInstant | undefined {
  const instant = instantFromTai(line.slice(start, start + 25));
  return instant === undefined ? undefined : { ...instant, start, end: start + 25 };
}

function bare(stamp: FoundInstant): FoundInstant {
  return { at: stamp.at, precision: stamp.precision, zoned: stamp.zoned, start: stamp.start, end: stamp.end };
}
