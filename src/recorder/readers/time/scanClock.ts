import type { Precision } from '../../../core/record.ts';
import { COLON, COMMA, DOT, digit, digitRun, isWordCharacter, SPACE, twoDigits } from './digits.ts';
import type { Stamp } from './stamp.ts';

const PRECISION_OF_DIGITS: readonly Precision[] = ['s', 'ms', 'ms', 'ms', 'us', 'us', 'us', 'ns', 'ns', 'ns'];
const MICROS_PER_UNIT = [1_000_000, 100_000, 10_000, 1000, 100, 10, 1];

/**
 * Reads a time of day at `at` into the stamp and gives its end, or −1:
 * `11:39`, `11:39:54.342948481`, `11:39:54,342`, `1:02:03 PM`, `22:15:29:606`, `15.42.50.363779`.
 * After a date, minutes and seconds may lack their leading zero. The second 60 (a leap second) is kept by arithmetic: it is the first second of the next minute.
 */
export function scanClock(text: string, at: number, stamp: Stamp): number {
  let end = at + 2;
  let hour = twoDigits(text, at);
  if (hour < 0) {
    hour = digit(text, at);
    if (hour < 0) return -1;
    end = at + 1;
  }
  const separator = text.charCodeAt(end);
  if (separator !== COLON && separator !== DOT) return -1;
  let minute = twoDigits(text, end + 1);
  if (minute < 0 && stamp.month > 0 && text.charCodeAt(end + 2) === COLON) {
    minute = digit(text, end + 1);
    end--;
  }
  if (minute < 0 || minute > 59 || hour > 24) return -1;
  end += 3;

  let second = 0;
  stamp.micro = 0;
  stamp.precision = 'min';
  if (text.charCodeAt(end) === separator) {
    second = twoDigits(text, end + 1);
    if (second < 0 && stamp.month > 0 && digit(text, end + 2) < 0) {
      second = digit(text, end + 1);
      end--;
    }
    if (second < 0 || second > 60) return -1;
    end = scanFraction(text, end + 3, stamp);
  } else if (separator === DOT) return -1;
  return finish(text, end, stamp, hour, minute, second);
}

/** Reads `113954`, `113954.342`, `113954342` or `1139` at `at` into the stamp and gives its end, or −1. */
export function scanCompactClock(text: string, at: number, stamp: Stamp): number {
  const run = digitRun(text, at, 13);
  if (run !== 4 && run !== 6 && run !== 9 && run !== 12) return -1;
  const hour = twoDigits(text, at);
  const minute = twoDigits(text, at + 2);
  const second = run === 4 ? 0 : twoDigits(text, at + 4);
  if (hour > 24 || minute > 59 || second > 60) return -1;
  stamp.micro = 0;
  stamp.precision = 'min';
  let end = at + run;
  if (run > 6) readFraction(text, at + 6, run - 6, stamp);
  if (run === 6) end = scanFraction(text, end, stamp);
  return finish(text, end, stamp, hour, minute, second);
}

function finish(
  text: string,
  at: number,
  stamp: Stamp,
  hour: number,
  minute: number,
  second: number,
): number {
  const end = meridiemEnd(text, at);
  let hours = hour;
  if (end > at) {
    const isAfternoon = (text.charCodeAt(text.charCodeAt(at) === SPACE ? at + 1 : at) | 32) === 112;
    // `13:05 PM` is a 24-hour clock that adds a word.
    if (hour <= 12) hours = (hour % 12) + (isAfternoon ? 12 : 0);
  }
  if (hours === 24 && (minute > 0 || second > 0 || stamp.micro > 0)) return -1;
  stamp.second = hours * 3600 + minute * 60 + second;
  return end;
}

/** Where `AM`, ` pm`, ` a.m.` at `at` ends; `at` itself when there is none. */
function meridiemEnd(text: string, at: number): number {
  const next = text.charCodeAt(at);
  const start = next === SPACE || next === 0x202f ? at + 1 : at;
  const half = text.charCodeAt(start) | 32;
  if (half !== 97 && half !== 112) return at;
  const isDotted = text.charCodeAt(start + 1) === DOT;
  const m = isDotted ? start + 2 : start + 1;
  if ((text.charCodeAt(m) | 32) !== 109) return at;
  const end = isDotted && text.charCodeAt(m + 1) === DOT ? m + 2 : m + 1;
  return isWordCharacter(text.charCodeAt(end)) ? at : end;
}

function scanFraction(text: string, at: number, stamp: Stamp): number {
  stamp.precision = 's';
  const mark = text.charCodeAt(at);
  if (mark !== DOT && mark !== COMMA && mark !== COLON) return at;
  const run = digitRun(text, at + 1, 30);
  if (run === 0) return at;
  const end = at + 1 + run;
  // After a comma or colon other than a thousandth, millionth or billionth may be the next field of the line.
  if (mark === COMMA && run !== 3 && run !== 6 && run !== 9 && end !== text.length) return at;
  if (mark === COLON) return scanMilliseconds(text, at + 1, run, stamp);
  readFraction(text, at + 1, run, stamp);
  return end;
}

/** The count of milliseconds after a colon, as in `20171223-22:15:29:606` or, without padding, `…-0:0:9:41`. */
function scanMilliseconds(text: string, at: number, run: number, stamp: Stamp): number {
  if (run > 3 || stamp.month === 0) return at - 1;
  let milliseconds = 0;
  for (let place = at; place < at + run; place++) milliseconds = milliseconds * 10 + digit(text, place);
  stamp.micro = milliseconds * 1000;
  stamp.precision = 'ms';
  return at + run;
}

function readFraction(text: string, at: number, run: number, stamp: Stamp): void {
  let micro = 0;
  const kept = Math.min(run, 6);
  for (let place = at; place < at + kept; place++) micro = micro * 10 + digit(text, place);
  stamp.micro = micro * MICROS_PER_UNIT[kept]!;
  stamp.precision = PRECISION_OF_DIGITS[Math.min(run, 9)]!;
}
