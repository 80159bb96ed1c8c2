/** Stretches of a text in which a rule is to be searched: starts and ends in turn, ascending, without overlaps. */
export type Windows = number[];

const BEFORE = 128;
const DEFAULT_REACH = 512;

/** Adds the window around `at`, where that is about behind the places that were added before, and joins it with the last. */
export function addWindow(windows: Windows, at: number, length: number, reach = DEFAULT_REACH): void {
  const start = Math.max(0, at - BEFORE);
  const end = Math.min(length, at + reach);
  const last = windows.length - 2;
  if (last < 0 || start > windows[last + 1]!) {
    windows.push(start, end);
    return;
  }
  if (start < windows[last]!) windows[last] = start;
  if (end > windows[last + 1]!) windows[last + 1] = end;
}
