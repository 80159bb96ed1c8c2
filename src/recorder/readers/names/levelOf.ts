import type { Level } from '../../../core/record.ts';

/** The words that sources use for a severity, in lower case. */
// biome-ignore format: a table
const LEVELS: Record<string, Level> = {
  trace: 'trace', finest: 'trace', finer: 'trace', verbose: 'trace', silly: 'trace', all: 'trace',
  debug: 'debug', dbg: 'debug', fine: 'debug', d: 'debug', config: 'debug',
  info: 'info', information: 'info', informational: 'info', inf: 'info', i: 'info', normal: 'info', ok: 'info',
  notice: 'info', default: 'info', success: 'info', low: 'info', p5: 'info', p4: 'info',
  warn: 'warn', warning: 'warn', wrn: 'warn', w: 'warn', minor: 'warn', medium: 'warn', moderate: 'warn', p3: 'warn',
  error: 'error', err: 'error', e: 'error', severe: 'error', failure: 'error', fail: 'error', failed: 'error',
  major: 'error', high: 'error', p2: 'error', exception: 'error', down: 'error', sev2: 'error', average: 'error',
  fatal: 'fatal', critical: 'fatal', crit: 'fatal', c: 'fatal', f: 'fatal', alert: 'fatal', emerg: 'fatal',
  emergency: 'fatal', panic: 'fatal', disaster: 'fatal', p1: 'fatal', p0: 'fatal', urgent: 'fatal', page: 'fatal',
  sev0: 'fatal', sev1: 'fatal', highest: 'fatal', blocker: 'fatal', sev3: 'warn', sev4: 'info', lowest: 'info',
};

const LEVEL_OF_WORD: ReadonlyMap<string, Level> = new Map(Object.entries(LEVELS));

/** The level that a source's own word for severity means; `''` when it is no word we know. */
export function levelOf(word: string): Level {
  return LEVEL_OF_WORD.get(word) ?? LEVEL_OF_WORD.get(word.trim().toLowerCase()) ?? '';
}
