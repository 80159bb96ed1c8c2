import type { Micros } from '../../record.ts';
import { spell } from '../../timeline/moment.ts';

/** `2026-11-23 14:02:11.250` in UTC; the zone stands in the heading. */
export function stamp(at: Micros): string {
  const ms = Math.floor(at / 1000);
  return Math.abs(ms) > 8.64e15 ? 'unknown' : new Date(ms).toISOString().slice(0, 23).replace('T', ' ');
}

/** The uncertainty of a time: `± 12 ms`, or nothing known. */
export const uncertainty = (us: number | null): string => (us === null ? '± ?' : `± ${spell(us)}`);
