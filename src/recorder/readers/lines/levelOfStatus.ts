import type { Level } from '../../../core/record.ts';

/** The level that an HTTP status stands for: 5xx (and no answer) error, 4xx warning. */
export function levelOfStatus(status: number): Level {
  if (status >= 500 || status < 0) return 'error';
  return status >= 400 ? 'warn' : 'info';
}
