import { COMMIT_LINES } from './changes/commitLines.ts';
import { CHAT_TRANSCRIPT } from './chat/transcript.ts';
import { KUBERNETES_EVENT_TABLE } from './kubernetes/eventTable.ts';
import { PLAIN_TEXT } from './lines/plainText.ts';
import { STAMPED } from './lines/stamped.ts';
import { PROMETHEUS_TEXT } from './prometheus/exposition.ts';
import type { LineReader } from './reader.ts';

/** Readers that take lines which others know better: any line with a stamp, any line at all. */
export const LAST_RESORTS: readonly LineReader[] = [STAMPED, PLAIN_TEXT];

/** Readers of lines that look like many a program's: tried only in files that hold such lines from the beginning. */
export const GUESSES: readonly LineReader[] = [
  COMMIT_LINES,
  CHAT_TRANSCRIPT,
  PROMETHEUS_TEXT,
  KUBERNETES_EVENT_TABLE,
];
