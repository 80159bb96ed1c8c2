import type { PbfReader } from 'pbf';
import type { Telemetry } from './messages.ts';

const FIXED64 = 1;
const LENGTH = 2;

/**
 * Which telemetry the batch of one resource holds, judged by the first log record, span or metric in it: the export
 * requests of all three look alike down to there. `pbf` stands at the batch, `end` is where it ends (it may be cut off
 * by the end of the bytes). Undefined when it holds none, or is no OTLP.
 */
export function telemetryOf(pbf: PbfReader, end: number): Telemetry | undefined {
  return inside(pbf, end, scope => inside(scope, bound(scope), leafKind));
}

/** The answer of `look` for the first message in field 2, looking past the other fields. */
function inside(
  pbf: PbfReader,
  end: number,
  look: (pbf: PbfReader) => Telemetry | undefined,
): Telemetry | undefined {
  while (pbf.pos < Math.min(end, pbf.length)) {
    const key = pbf.readVarint();
    if ((key & 7) !== LENGTH || key >> 3 === 0) return undefined;
    const start = pbf.pos;
    const next = bound(pbf);
    if (key >> 3 === 2) {
      pbf.pos = start;
      const found = look(pbf);
      if (found) return found;
    }
    pbf.pos = next;
  }
  return undefined;
}

/** Reads a length: where the field ends. */
function bound(pbf: PbfReader): number {
  return pbf.readVarint() + pbf.pos;
}

function leafKind(pbf: PbfReader): Telemetry | undefined {
  const end = bound(pbf);
  if (end === pbf.pos) return undefined;
  const key = pbf.readVarint();
  const [field, type] = [key >> 3, key & 7];
  if (type === FIXED64) return field === 1 || field === 11 ? 'logs' : undefined;
  if (field === 2 && type === 0) return 'logs';
  if (type !== LENGTH) return undefined;
  if (field !== 1) return field === 3 || field === 5 ? 'logs' : undefined;
  const length = pbf.readVarint();
  if (length === 0) return 'metrics';
  const text = pbf.buf.subarray(pbf.pos, pbf.pos + length);
  const isName = text.every(byte => byte >= 0x20 && byte < 0x7f);
  if (isName && !(length === 16 && pbf.buf[pbf.pos + 16] === 0x12 && pbf.buf[pbf.pos + 17] === 8))
    return 'metrics';
  return length === 16 ? 'spans' : undefined;
}
