/**
 * Lines that something stamped on their way, before what a program wrote with a form or stamp of its own.
 *
 *     2023-02-11T08:14:09.402948481Z {"level":"error","msg":"refused"}                    (kubectl logs --timestamps)
 *     2023-02-11T08:14:09.402948481Z E0211 08:14:09.401211       1 reflector.go:138] Failed to watch *v1.Node
 */
import type { ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { digit, SPACE } from '../time/digits.ts';
import { instantAt, type StampAt } from '../time/instantAt.ts';
import { continuesEmbedded, readEmbedded } from './embedded.ts';
import { shareOfRecords } from './shareOfRecords.ts';

/** How what a program itself wrote begins: JSON, klog, a date or a time of day, syslog. */
const OWN_FORM = /^(?:\{"|[IWEF]\d{4} \d\d:|\[?\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|<\d{1,3}>)/;

export const RESTAMPED: LineReader = {
  shape: 'lines',
  name: 'restamped',
  version: 1,
  recognise: sample => shareOfRecords(sample, readRestamped),
  read: readRestamped,
  continues: line => continuesEmbedded(textIn(line)),
  unwrap: textIn,
};

function readRestamped(line: string, context: ReadContext): ReadRecord | undefined {
  const stamp = outerStamp(line, context);
  if (stamp === undefined) return undefined;
  const text = line.slice(stamp.end + 1);
  if (!OWN_FORM.test(text)) return undefined;
  return readEmbedded(text, stamp, line.slice(0, stamp.end), context);
}

/** A full stamp with its zone at the start of the line, one blank after it. */
function outerStamp(line: string, context: ReadContext): StampAt | undefined {
  if (digit(line, 0) < 0) return undefined;
  const stamp = instantAt(line, 0, context.time);
  const isOuter = stamp?.zoned && stamp.hasClock && line.charCodeAt(stamp.end) === SPACE;
  return isOuter ? stamp : undefined;
}

function textIn(line: string): string {
  return line.replace(/^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) /, '');
}
