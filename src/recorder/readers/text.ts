import { JOURNAL_JSON } from './journal/journalJson.ts';
import { CLOUDWATCH } from './lines/cloudwatch.ts';
import { CRI } from './lines/cri.ts';
import { DOCKER_JSON } from './lines/dockerJson.ts';
import { LINE_FORMATS } from './lines/lineFormats.ts';
import { PLAIN_TEXT } from './lines/plainText.ts';
import { PREFIXED } from './lines/prefixed.ts';
import { RESTAMPED } from './lines/restamped.ts';
import { STAMPED } from './lines/stamped.ts';
import type { LineReader } from './reader.ts';

/** Readers that take lines which others know better: any line with a stamp, any line at all. */
export const LAST_RESORTS: readonly LineReader[] = [STAMPED, PLAIN_TEXT];

/** Log formats written line by line: NDJSON, logfmt, syslog, access logs, container logs, application logs. */
export const TEXT_READERS: readonly LineReader[] = [
  DOCKER_JSON,
  CRI,
  JOURNAL_JSON,
  CLOUDWATCH,
  PREFIXED,
  RESTAMPED,
  ...LINE_FORMATS,
  PLAIN_TEXT,
];
