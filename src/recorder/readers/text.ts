import { JOURNAL_JSON } from './journal/journalJson.ts';
import { JSON_LINES } from './jsonLines.ts';
import { CLOUDWATCH } from './lines/cloudwatch.ts';
import { CRI } from './lines/cri.ts';
import { DOCKER_JSON } from './lines/dockerJson.ts';
import { LINE_FORMATS } from './lines/lineFormats.ts';
import { NDJSON } from './lines/ndjson.ts';
import { PLAIN_TEXT } from './lines/plainText.ts';
import { PREFIXED } from './lines/prefixed.ts';
import { RESTAMPED } from './lines/restamped.ts';
import type { LineReader } from './reader.ts';

/** Log formats written line by line: NDJSON, logfmt, syslog, access logs, container logs, application logs. */
export const TEXT_READERS: readonly LineReader[] = [
  DOCKER_JSON,
  CRI,
  JOURNAL_JSON,
  CLOUDWATCH,
  PREFIXED,
  RESTAMPED,
  ...LINE_FORMATS.map(reader => (reader === NDJSON ? JSON_LINES : reader)),
  PLAIN_TEXT,
];
