import type { Micros } from '../core/record.ts';
import { parseInstant } from '../recorder/readers/time/parseInstant.ts';
import { CommandFailed, EXIT } from './exit.ts';

/** A time given on the command line, in any form that readers know. Throws CommandFailed. */
export function parseTime(
  text: string | undefined,
  option: string,
  zone: string | undefined,
  now: Date,
): Micros | undefined {
  if (text === undefined) return undefined;
  const instant = parseInstant(text, { zone: zone ?? 'UTC', anchor: now.getTime() * 1000 });
  if (instant === undefined)
    throw new CommandFailed(`${option} ${text}: not a time. Write it like 2023-01-30T11:51:46Z.`, EXIT.usage);
  return instant.at;
}

/** Refuses a zone that nobody knows. Throws CommandFailed. */
export function checkZone(zone: string | undefined): void {
  if (zone === undefined || /^[+-]\d\d:\d\d$/.test(zone)) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new CommandFailed(`--tz ${zone}: no such zone. Write it like Europe/Berlin or +02:00.`, EXIT.usage);
  }
}

/** The window that was asked for; open ends are undefined. Throws CommandFailed when it is empty. */
export function parseWindow(
  { from, to, tz }: { from?: string; to?: string; tz?: string },
  now: Date,
): { from: Micros | undefined; to: Micros | undefined } {
  checkZone(tz);
  const window = { from: parseTime(from, '--from', tz, now), to: parseTime(to, '--to', tz, now) };
  if (window.from !== undefined && window.to !== undefined && window.from >= window.to)
    throw new CommandFailed('--from must be before --to.', EXIT.usage);
  return window;
}
