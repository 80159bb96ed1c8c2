import type { Micros } from '../../core/record.ts';
import { instant } from '../timeline/sql.ts';

/** What the ranking looks at; half-open. */
export interface Window {
  from: Micros;
  to: Micros;
}

/** Trouble rarely ends with the window that a person gave: what follows it for so long is no witness of quiet times. */
const RECOVERY_US = 10 * 60e6;

/**
 * SQL that sorts a time into `'window'`, `'baseline'` (before the window, or long after it), or null (just after it).
 * `column` is an expression of type timestamptz; `reach` (µs) stretches the window, for samples that sum up the time before them.
 */
export function phaseOf(column: string, window: Window, reach = 0): string {
  return `case when ${column} < ${instant(window.from)} then 'baseline'
    when ${column} < ${instant(window.to + reach)} then 'window'
    when ${column} >= ${instant(window.to + RECOVERY_US)} then 'baseline' end`;
}
