/** Reading numbers and letters at a place in a text by character code; nothing is sliced, nothing allocated. */

export const COLON = 58;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const PLUS = 43;
export const SLASH = 47;
export const SPACE = 32;
export const TAB = 9;
export const UNDERSCORE = 95;

/** Value of the digit at `at`, or −1. */
export function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : -1;
}

/** Value of the two digits at `at`, or −1. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Value of the four digits at `at`, or −1. */
export function fourDigits(text: string, at: number): number {
  const high = twoDigits(text, at);
  const low = twoDigits(text, at + 2);
  return high >= 0 && low >= 0 ? high * 100 + low : -1;
}

/** How many digits stand at `at`, at most `limit`. */
export function digitRun(text: string, at: number, limit: number): number {
  let run = 0;
  while (run < limit && digit(text, at + run) >= 0) run++;
  return run;
}

/** Whether a character code is a letter of ASCII. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a character code is a letter or digit of ASCII, or an underscore. */
export function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || isLetter(code) || code === UNDERSCORE;
}

/** The first place at or after `at` that holds no blank. */
export function skipBlanks(text: string, at: number): number {
  let place = at;
  while (text.charCodeAt(place) === SPACE || text.charCodeAt(place) === 9) place++;
  return place;
}
