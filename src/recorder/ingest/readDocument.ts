import { closeSync, openSync, readSync } from 'node:fs';
import type { DocumentReader } from '../readers/reader.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { note, type Segment, type SegmentResult } from './segment.ts';

const CHUNK = 2 ** 20;

/**
 * Reads a whole document. Entries that the reader does not understand are kept as text and counted. A fault in the
 * middle leaves what came before it, with a note.
 */
export async function readDocument(
  segment: Segment,
  reader: DocumentReader,
  keeper: RecordKeeper,
  result: SegmentResult,
  progress: (bytes: number) => void,
): Promise<void> {
  let entries = 0;
  const sink = {
    record: (record: Parameters<RecordKeeper['keep']>[0]): void =>
      keeper.keep(record, record.line ?? ++entries, reader.name, true),
    unread: ({ line, text, why }: { line: number; text: string; why: string }): void => {
      note(result, `entries were kept as text: ${why}`);
      keeper.keep(
        { at: undefined, atRaw: '', precision: '', zoned: false, kind: 'log', body: text },
        line,
        'text',
        true,
      );
    },
  };
  try {
    await reader.read(chunksOf(segment.location, progress), { path: segment.path, time: segment.time }, sink);
  } catch (error) {
    note(result, `the ${reader.name} reader stopped early: ${(error as Error).message}`);
  }
  result.lines = Math.max(result.lines, result.records);
}

async function* chunksOf(location: string, progress: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const file = openSync(location, 'r');
  try {
    for (;;) {
      // A fresh buffer each time: readers may keep parts of it.
      const bytes = Buffer.allocUnsafe(CHUNK);
      const read = readSync(file, bytes, 0, CHUNK, null);
      if (read === 0) return;
      progress(read);
      yield bytes.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}
