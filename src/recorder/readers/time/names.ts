import { isLetter } from './digits.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A name's first three letters in one number, without case. */
function key(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) | 32) << 16) |
    ((text.charCodeAt(at + 1) | 32) << 8) |
    (text.charCodeAt(at + 2) | 32)
  );
}

const MONTH_BY_KEY = new Map(MONTHS.map((name, index) => [key(name, 0), { name, number: index + 1 }]));
const WEEKDAY_BY_KEY = new Map(WEEKDAYS.map((name, index) => [key(name, 0), { name, number: index }]));

/** Where the name at `at` ends when it is `full` or an abbreviation of it with three letters or more, else −1. */
function nameEnd(text: string, at: number, full: string): number {
  let end = at + 3;
  while (isLetter(text.charCodeAt(end))) end++;
  if (end === at + 3) return end;
  return full.startsWith(text.slice(at, end).toLowerCase()) ? end : -1;
}

/** The month 1…12 named at `at` and where the name ends: `Jan`, `Sept`, `march`; undefined when there is none. */
export function monthNameAt(text: string, at: number): { month: number; end: number } | undefined {
  const found = MONTH_BY_KEY.get(key(text, at));
  if (found === undefined) return undefined;
  const end = nameEnd(text, at, found.name);
  return end < 0 ? undefined : { month: found.number, end };
}

/** Where the weekday name at `at` ends (`Mon`, `Tues`, `sunday`), or −1. */
export function weekdayEnd(text: string, at: number): number {
  const found = WEEKDAY_BY_KEY.get(key(text, at));
  return found === undefined ? -1 : nameEnd(text, at, found.name);
}
