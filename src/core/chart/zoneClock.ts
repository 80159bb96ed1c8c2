import type { Micros } from '../record.ts';

/** A time zone as a rule for shifting instants: `at + offsetAt(at)` is the wall clock, counted as if it were UTC. */
export interface ZoneClock {
  /** IANA name or fixed offset, as shown to people: `UTC`, `Europe/Berlin`, `+05:30`. */
  name: string;
  offsetAt(at: Micros): Micros;
}

/** Offsets only ever change on a quarter of an hour. */
const QUARTER: Micros = 15 * 60 * 1_000_000;
const MINUTE: Micros = 60 * 1_000_000;
const UTC_NAMES = new Set(['', 'UTC', 'Z', 'GMT', 'Etc/UTC', '+00:00', '+0000', '-00:00', 'utc', 'z']);

export const utcClock: ZoneClock = { name: 'UTC', offsetAt: () => 0 };

/** The clock of a named zone; a name that the runtime does not know gives UTC. */
export function zoneClock(name: string): ZoneClock {
  if (UTC_NAMES.has(name)) return utcClock;
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return fixed === 0 ? utcClock : { name, offsetAt: () => fixed };
  const format = offsetFormat(name);
  return format ? { name, offsetAt: rememberedOffsets(format) } : utcClock;
}

/** `+02:00` for 7 200 000 000. */
export function offsetText(offset: Micros): string {
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'));
  return `${offset < 0 ? '−' : '+'}${hours}:${rest}`;
}

function fixedOffset(name: string): Micros | undefined {
  const match = /^(?:UTC|GMT)?([+\-−])(\d{2}):?(\d{2})$/.exec(name);
  if (!match) return undefined;
  const size = (Number(match[2]) * 60 + Number(match[3])) * MINUTE;
  return match[1] === '+' ? size : -size;
}

function offsetFormat(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** Asking the zone database is slow beside arithmetic, and a page asks for the same few hours again and again. */
function rememberedOffsets(format: Intl.DateTimeFormat): (at: Micros) => Micros {
  const known = new Map<number, Micros>();
  return at => {
    const quarter = Math.floor(at / QUARTER);
    const remembered = known.get(quarter);
    if (remembered !== undefined) return remembered;
    const offset = offsetIn(format, (quarter * QUARTER) / 1000);
    known.set(quarter, offset);
    return offset;
  };
}

function offsetIn(format: Intl.DateTimeFormat, millis: number): Micros {
  if (!Number.isFinite(new Date(millis).getTime())) return 0;
  const name = format.formatToParts(millis).find(part => part.type === 'timeZoneName')?.value ?? '';
  return fixedOffset(name) ?? 0;
}
