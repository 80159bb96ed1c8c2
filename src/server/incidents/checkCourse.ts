import { parseInstant } from '../../core/instant.ts';
import { checkTimes } from '../../core/lifecycle/checkTimes.ts';
import type { IncidentTimes } from '../../core/lifecycle/incidentTimes.ts';
import { refuse } from '../platform/operations/refuse.ts';

/**
 * Refuses times that contradict what the words mean; what is only strange is kept, and marked where it is shown.
 *
 * @param now in ISO
 * @throws invalid, with each wrong time
 */
export function checkCourse(times: IncidentTimes, now: string): void {
  const wrong = checkTimes(times, { now: parseInstant(now) }).filter(({ level }) => level === 'error');
  if (wrong.length === 0) return;
  refuse('invalid', wrong.map(({ text }) => text).join(' '), {
    issues: wrong.map(({ on, text }) => ({ path: `/times/${on}`, message: text })),
  });
}
