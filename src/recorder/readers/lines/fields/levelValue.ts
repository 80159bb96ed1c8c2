import type { Level } from '../../../../core/record.ts';
import { levelOf } from '../../names/levelOf.ts';
import { LEVEL_LETTERS, levelWord } from '../levelWord.ts';

const SYSLOG: readonly Level[] = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'];
/** pino's and bunyan's tens. */
const TENS: readonly Level[] = ['', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'];
/** Python's tens. */
const PYTHON_TENS: readonly Level[] = ['', 'debug', 'info', 'warn', 'error', 'fatal'];
const OTEL: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** Keys that hold other things than a level as often, and those whose numbers have a scale of their own. */
const SCALES: Readonly<Record<string, (value: number) => Level | undefined>> = {
  levelno: value => PYTHON_TENS[Math.floor(value / 10)],
  severitynumber: value => OTEL[Math.floor((value - 1) / 4)],
  severity_number: value => OTEL[Math.floor((value - 1) / 4)],
  level_value: value => TENS[Math.floor(value / 10_000) + 1],
};

/** The level that a structured log's value means, `''` when it means none. `key`: dotted name in lower case. */
export function levelValue(value: unknown, key: string): Level {
  if (typeof value === 'number') return levelOfNumber(value, key);
  if (typeof value !== 'string') return '';
  if (key === 's') return LEVEL_LETTERS.get(value[0] ?? '') ?? '';
  if (key === 'status') return levelWord(value);
  return /^\d+$/.test(value) ? levelOfNumber(Number(value), key) : levelWord(value) || levelOf(value);
}

function levelOfNumber(value: number, key: string): Level {
  if (key === 'status' || !(value >= 0)) return '';
  if (Object.hasOwn(SCALES, key)) return SCALES[key]!(value) ?? '';
  if (value < 8) return SYSLOG[value] ?? '';
  return value >= 10 && value < 100 ? (TENS[Math.min(6, Math.floor(value / 10))] ?? '') : '';
}
