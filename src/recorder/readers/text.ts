import type { Reader } from './reader.ts';

/** Log formats written line by line: NDJSON, logfmt, syslog, access logs, container logs, application logs. */
export const TEXT_READERS: readonly Reader[] = [];
