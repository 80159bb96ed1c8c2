import { PbfReader } from 'pbf';
import { ByteWindow } from '../bytes/window.ts';
import type { DocumentReader, ReadContext, RecordSink } from '../reader.ts';
import { recordsOfBatch } from './batches.ts';
import { FRAMINGS, type Framing, readLength } from './frames.ts';
import { BATCHES, type Telemetry } from './messages.ts';
import type { ResourceBatch } from './shape.ts';
import { telemetryOf } from './telemetryOf.ts';
import { readMessage } from './wire.ts';

/** The key of field 1 with a length: a batch in an export request. */
const BATCH_KEY = 0x0a;

/**
 * OTLP as protobuf: export requests for logs, traces or metrics, one that fills the file, or many behind their lengths.
 * Read batch by batch; a batch that cannot be decoded is reported and passed over.
 */
export const OTLP_PROTOBUF: DocumentReader = {
  shape: 'document',
  name: 'otlp-protobuf',
  version: 1,
  recognise: sample => (framingOf(sample.bytes) ? 1 : 0),
  read,
};

/** The framing under which the bytes begin with a batch of telemetry; undefined when there is none. */
function framingOf(bytes: Uint8Array): Framing | undefined {
  return FRAMINGS.find(framing => {
    const frame = framing.header(bytes, 0);
    if (!frame || frame.message === 0 || bytes[frame.header] !== BATCH_KEY) return false;
    const length = readLength(bytes, frame.header + 1);
    if (!length || length.value + length.size + 1 > frame.message) return false;
    return kindOf(bytes, frame.header + 1 + length.size, length.value) !== undefined;
  });
}

function kindOf(bytes: Uint8Array, start: number, length: number): Telemetry | undefined {
  const pbf = new PbfReader(bytes);
  pbf.pos = start;
  try {
    return telemetryOf(pbf, start + length);
  } catch {
    return undefined;
  }
}

async function read(
  chunks: AsyncIterable<Uint8Array>,
  _context: ReadContext,
  sink: RecordSink,
): Promise<void> {
  const window = new ByteWindow();
  let framing: Framing | undefined;
  let inFrame = 0;
  let batch = 0;
  for await (const chunk of chunks) {
    window.append(chunk);
    framing ??= framingOf(window.bytes);
    if (!framing) continue;
    for (;;) {
      const { bytes } = window;
      const frame = inFrame > 0 ? { header: 0, message: inFrame } : framing.header(bytes, 0);
      if (!frame || bytes.length < frame.header + 1) break;
      const length = readLength(bytes, frame.header + 1);
      if (frame.message > 0 && !length) break;
      const size = frame.message > 0 && length ? 1 + length.size + length.value : 0;
      if (bytes.length < frame.header + size) break;
      if (size > 0) {
        batch++;
        const why = readBatch(bytes, frame.header, size, batch, sink);
        if (why) sink.unread({ line: batch, text: '', why });
      }
      window.drop(frame.header + size);
      inFrame = Math.max(frame.message - size, 0);
    }
  }
  if (window.bytes.length > 0) {
    sink.unread({
      line: batch + 1,
      text: '',
      why: `the last ${window.bytes.length} bytes are not a whole batch`,
    });
  }
}

/** Decodes the batch in `[start, start + size)`; the reason when that fails. */
function readBatch(
  bytes: Uint8Array,
  start: number,
  size: number,
  line: number,
  sink: RecordSink,
): string | undefined {
  if (bytes[start] !== BATCH_KEY) return 'a field that is no batch of telemetry';
  const pbf = new PbfReader(bytes.subarray(0, start + size));
  pbf.pos = start + 1;
  const length = pbf.readVarint();
  const kind = kindOf(bytes, pbf.pos, length);
  if (!kind) return 'a batch without telemetry';
  try {
    const decoded = readMessage<ResourceBatch>(BATCHES[kind], pbf, {});
    for (const record of recordsOfBatch(decoded)) {
      record.line = line;
      sink.record(record);
    }
  } catch (error) {
    return `a batch that cannot be decoded: ${(error as Error).message}`;
  }
  return undefined;
}
