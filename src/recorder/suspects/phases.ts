import type { Micros } from '../../core/record.ts';

/** What the ranking looks at; half-open. */
export interface Window {
  from: Micros;
  to: Micros;
}

/** Trouble rarely ends with the window that a person gave: what follows it for so long is no witness of quiet times. */
const RECOVERY_US = 10 * 60e6;

/** SQL text for a moment, in a form that a person can read and run. */
export function instant(at: Micros): string {
  return `timestamptz '${new Date(Math.floor(at / 1000)).toISOString().slice(0, -1)}${String(at % 1000).padStart(3, '0')}Z'`;
}

/**
 * SQL that sorts a time into `'window'`, `'baseline'` (before the window, or long after it), or null (just after it).
 * `column` is an expression of type timestamptz; `reach` (µs) stretches the window, for samples that sum up the time before them.
 */
export function phaseOf(column: string, window: Window, reach = 0): string {
  return `case when ${column} < ${instant(window.from)} then 'baseline'
    when ${column} < ${instant(window.to + reach)} then 'window'
    when ${column} >= ${instant(window.to + RECOVERY_US)} then 'baseline' end`;
}
