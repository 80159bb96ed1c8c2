import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Log } from './log.ts';

/** PostgreSQL's word for how bad it is → ours. What it notes, and what ended one session (FATAL), is not passed on. */
const LEVELS: Record<string, keyof Log | undefined> = {
  WARNING: 'warn',
  ERROR: 'error',
  PANIC: 'error',
};

/**
 * Passes the server's own messages on, e.g. `WARNING:  could not flush dirty data: I/O error`, and keeps the last lines.
 * Returns them, newest last.
 */
export function relayLog(stream: Readable, log: Log): readonly string[] {
  const last: string[] = [];
  createInterface({ input: stream }).on('line', line => {
    last.push(line);
    if (last.length > 20) last.shift();
    const [, severity = '', message = ''] = /^([A-Z]+): +(.*)$/.exec(line) ?? [];
    const level = LEVELS[severity];
    if (level) log[level]({ component: 'postgres' }, message);
  });
  return last;
}
