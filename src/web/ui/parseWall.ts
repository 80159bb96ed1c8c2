import type { ZoneClock } from '../../core/chart/zoneClock.ts';
import type { Micros } from '../../core/record.ts';

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/;

/** The instant of a wall clock's time in a zone: `2023-01-30 12:07:14.123456`; undefined where it is none. */
export function parseWall(text: string, clock: ZoneClock): Micros | undefined {
  const parts = SHAPE.exec(text.trim());
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(part => Number(part ?? 0)) as Six;
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (wall.getUTCDate() !== day || wall.getUTCHours() !== hour || wall.getUTCMinutes() !== minute)
    return undefined;
  const micros = wall.getTime() * 1000 + Number((parts[7] ?? '').padEnd(6, '0'));
  // The offset at the instant, not at the same digits in UTC: asked again, in case a change lies between the two.
  const guess = micros - clock.offsetAt(micros);
  return micros - clock.offsetAt(guess);
}

type Six = [number, number, number, number, number, number];
