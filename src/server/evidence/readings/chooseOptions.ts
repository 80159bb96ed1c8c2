import { parseInstant } from '../../../core/instant.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { ReadingOptions } from './store.ts';

type OptionChanges = { [Name in keyof ReadingOptions]?: string | null | undefined };

/** Whether the platform's own zone data knows a zone; offsets are zones, too. */
function isZone(zone: string): boolean {
  if (/^[+-]\d\d:\d\d$/.test(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Options of the next reading: what is said now over what was said before; null takes it back.
 *
 * @throws invalid for a zone that nobody knows, or a window that is empty
 */
export function chooseOptions(before: ReadingOptions, said: OptionChanges): ReadingOptions {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  const options = Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, value]) => value !== null),
  ) as ReadingOptions;
  const { zone, from, to } = options;
  if (zone !== undefined && !isZone(zone))
    refuse('invalid', `No zone is called ${zone}. Write it like Europe/Berlin or +02:00.`, {
      issues: [{ path: '/zone', message: 'is not a zone' }],
    });
  if (from !== undefined && to !== undefined && parseInstant(from) >= parseInstant(to))
    refuse('invalid', 'The window is empty: `from` must lie before `to`.', {
      issues: [{ path: '/to', message: 'does not lie behind `from`' }],
    });
  return options;
}
