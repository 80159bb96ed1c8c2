import { zoneClock } from '../../core/chart/zoneClock.ts';
import { parseInstant, printInstant } from '../../core/instant.ts';
import { parseWall } from './parseWall.ts';
import { currentZone } from './zone.ts';

/** Digits of an instant as far as a `datetime-local` field takes them: `2023-01-30T12:07:14.123`. */
const TAKEN = 23;

/** An instant as a `datetime-local` field shows it, in the zone in which the app shows times; empty for none. */
export function toLocalInput(at: string | null, zone = currentZone()): string {
  const micros = parseInstant(at ?? '');
  // An address may hold anything.
  if (Number.isNaN(micros)) return '';
  return printInstant(micros + zoneClock(zone).offsetAt(micros))
    .slice(0, TAKEN)
    .replace('Z', '');
}

/** The instant that a `datetime-local` field means in that zone; null when it is empty. */
export function fromLocalInput(value: string, zone = currentZone()): string | null {
  const micros = parseWall(value, zoneClock(zone));
  return micros === undefined ? null : printInstant(micros);
}
