import type { Level } from '../../../core/record.ts';

/** Words that mean a severity wherever a log line shows one; words such as `failed` or `high`, which a sentence may begin with, are not among them. */
const WORDS: Record<string, readonly string[]> = {
  trace: ['trace', 'trc', 'verbose', 'vrb', 'fine', 'finer', 'finest'],
  debug: ['debug', 'dbg', 'debug1', 'debug2', 'debug3', 'debug4', 'debug5', 'config'],
  info: [
    'info',
    'inf',
    'information',
    'informational',
    'notice',
    'log',
    'system',
    'note',
    'perf',
    'audit',
    'stat',
  ],
  warn: ['warn', 'warning', 'wrn', 'deprecation'],
  error: ['error', 'err', 'eror', 'severe', 'failure'],
  fatal: ['fatal', 'ftl', 'critical', 'crit', 'crt', 'alert', 'emerg', 'emergency', 'panic', 'dpanic'],
};

const SPELLINGS = (word: string): string[] => [
  word,
  word.toUpperCase(),
  word[0]!.toUpperCase() + word.slice(1),
];

const LEVEL_OF_WORD: ReadonlyMap<string, Level> = new Map(
  Object.entries(WORDS).flatMap(([level, words]) =>
    words.flatMap(SPELLINGS).map(word => [word, level as Level] as const),
  ),
);

/** `I0130 …`, `D/WindowManager`, `<0.1.0> I`: one letter for a level. */
export const LEVEL_LETTERS: ReadonlyMap<string, Level> = new Map(
  Object.entries({
    V: 'trace',
    T: 'trace',
    D: 'debug',
    I: 'info',
    N: 'info',
    W: 'warn',
    E: 'error',
    S: 'fatal',
    F: 'fatal',
    C: 'fatal',
  } satisfies Record<string, Level>),
);

/** The level that a word in a log line says, `''` when it says none. */
export function levelWord(word: string): Level {
  return LEVEL_OF_WORD.get(word) ?? '';
}

/** PostgreSQL's severities; what explains the message before it counts as information. */
export const POSTGRES_LEVELS: ReadonlyMap<string, Level> = new Map(
  Object.entries({
    DEBUG: 'debug',
    DEBUG1: 'debug',
    DEBUG2: 'debug',
    DEBUG3: 'debug',
    DEBUG4: 'debug',
    DEBUG5: 'debug',
    INFO: 'info',
    NOTICE: 'info',
    LOG: 'info',
    DETAIL: 'info',
    HINT: 'info',
    QUERY: 'info',
    CONTEXT: 'info',
    LOCATION: 'info',
    STATEMENT: 'info',
    WARNING: 'warn',
    ERROR: 'error',
    FATAL: 'fatal',
    PANIC: 'fatal',
  } satisfies Record<string, Level>),
);
