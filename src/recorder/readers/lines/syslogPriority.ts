import type { Level } from '../../../core/record.ts';

const FACILITIES =
  'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock local0 local1 local2 local3 local4 local5 local6 local7'.split(
    ' ',
  );
const SEVERITIES: readonly Level[] = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'];
const OPEN_ANGLE = 60;

/** Severity and facility of a priority value. */
export function priorityOf(value: number): { level: Level; facility: string } {
  return { level: SEVERITIES[value & 7]!, facility: FACILITIES[value >> 3] ?? String(value >> 3) };
}

/** The priority at the start of a line, `<34>`: its value and its end; −1 and 0 when there is none. */
export function readPriority(line: string): { value: number; end: number } {
  const close = line.charCodeAt(0) === OPEN_ANGLE ? line.indexOf('>') : -1;
  if (close < 2 || close > 4) return { value: -1, end: 0 };
  const value = Number(line.slice(1, close));
  return value >= 0 && value < 192 ? { value, end: close + 1 } : { value: -1, end: 0 };
}
