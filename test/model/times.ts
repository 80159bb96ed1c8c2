import type { Times } from './organisation.ts';

/** The first of each pair cannot come after the second. */
const ORDERS = [
  ['startedAt', 'mitigatedAt'],
  ['startedAt', 'restoredAt'],
  ['mitigatedAt', 'restoredAt'],
  ['detectedAt', 'declaredAt'],
  ['detectedAt', 'acknowledgedAt'],
  ['restoredAt', 'closedAt'],
  ['declaredAt', 'closedAt'],
] as const;
const CLOCKS_DIFFER = 5 * 60_000;

/** Whether times can be as they are said, all in milliseconds. */
export const isPossible = (times: Times, now: number): boolean =>
  Object.values(times).every(at => at === null || at <= now + CLOCKS_DIFFER) &&
  ORDERS.every(([first, second]) => {
    const [one, other] = [times[first], times[second]];
    return one === null || other === null || one <= other;
  });
