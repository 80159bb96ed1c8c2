import { continuesRecord } from '../continuesRecord.ts';
import type { TimeContext } from '../reader.ts';
import { findInstant } from '../time/findInstant.ts';

const PROBE: TimeContext = { zone: 'UTC', anchor: 1_700_000_000_000_000 };
/** How lines of other programs begin that share the file: JSON, logfmt, klog, a level of their own. */
const OWN_START =
  /^(?:\{"|[\w.]+="?[\w/-]|[IWEF]\d{4} |\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)/i;

/**
 * Whether a line continues a message in a format whose every record begins with a stamp: it looks like the rest of
 * one, or has neither a time nor the look of another format's record.
 */
export function wrapsMessage(line: string): boolean {
  return continuesRecord(line) || (!OWN_START.test(line) && findInstant(line, PROBE) === undefined);
}
