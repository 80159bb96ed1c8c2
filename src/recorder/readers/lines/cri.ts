/**
 * Container logs as Kubernetes' runtimes (containerd, CRI-O) write them. `P` marks a piece of a line that was too long.
 *
 *     2023-02-11T08:14:09.402948481Z stdout F {"level":"info","msg":"order accepted"}
 *     2023-02-11T08:14:09.402948481+01:00 stderr P the first 16 KiB of a long line
 */
import type { ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { digit } from '../time/digits.ts';
import { instantAt } from '../time/instantAt.ts';
import { continuesEmbedded, readEmbedded } from './embedded.ts';
import { shareOfRecords } from './shareOfRecords.ts';

/** ` stdout F ` and its like are all of this length. */
const MARK_LENGTH = 10;
/** Where in the mark the stream's name and the flag stand. */
const STREAM = 1;
const FLAG = 8;
const MARK = / (stdout|stderr) ([FP])(?: |$)/y;

export const CRI: LineReader = {
  shape: 'lines',
  name: 'cri',
  version: 1,
  recognise: sample => shareOfRecords(sample, readEntry),
  read: (line, context) => (continuesEmbedded(textIn(line)) ? undefined : readEntry(line, context)),
  continues: line => textIn(line) !== line,
  unwrap: textIn,
  pieces: { isPiece: line => markIn(line) >= 0 && line[markIn(line) + FLAG] === 'P', join },
};

function readEntry(line: string, context: ReadContext): ReadRecord | undefined {
  const markAt = markIn(line);
  if (markAt < 0) return undefined;
  const found = instantAt(line, 0, context.time);
  if (found === undefined || found.end !== markAt) return undefined;
  const record = readEmbedded(textIn(line), found, line.slice(0, markAt), context);
  record.attributes = { ...record.attributes, stream: line.slice(markAt + STREAM, markAt + FLAG - 1) };
  if (line[markAt + FLAG] === 'P') record.attributes.partial = true;
  return record;
}

/** Where the stamp ends and the runtime's mark begins; −1 when the line is not of this format. */
function markIn(line: string): number {
  const at = digit(line, 0) < 0 ? -1 : line.indexOf(' ');
  MARK.lastIndex = at;
  return at >= 20 && MARK.test(line) ? at : -1;
}

/** The line with the first stamp, the flag of the second and both texts. */
function join(piece: string, next: string): string | undefined {
  const firstAt = markIn(piece);
  const nextAt = markIn(next);
  if (firstAt < 0 || nextAt < 0) return undefined;
  const isSameStream = piece.slice(firstAt, firstAt + FLAG) === next.slice(nextAt, nextAt + FLAG);
  return isSameStream
    ? piece.slice(0, firstAt) + next.slice(nextAt, nextAt + MARK_LENGTH) + textIn(piece) + textIn(next)
    : undefined;
}

/** What the program wrote. */
function textIn(line: string): string {
  const markAt = markIn(line);
  return markAt < 0 ? line : line.slice(markAt + MARK_LENGTH);
}
