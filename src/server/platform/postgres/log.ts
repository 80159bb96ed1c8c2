import type { BaseLogger } from 'pino';

/** Where the database reports to. */
export type Log = Pick<BaseLogger, 'info' | 'warn' | 'error'>;
