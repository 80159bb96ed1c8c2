import type { ReadRecord } from '../../src/core/record.ts';
import type {
  DocumentReader,
  LineReader,
  Reader,
  Sample,
  TimeContext,
} from '../../src/recorder/readers/reader.ts';
import { recogniseFile } from '../../src/recorder/readers/recogniseFile.ts';

const TIME: TimeContext = { zone: 'UTC', anchor: Date.UTC(2026, 0, 1) * 1000 };

/** What a file was read as, and what came out of it. */
export interface Reading {
  reader: string;
  records: ReadRecord[];
  unread: { line: number; text: string; why: string }[];
}

/** A sample of a whole text or file, as the pipeline takes it. */
export function sampleOf(content: string | Uint8Array, limit = 65_536): Sample {
  const all = typeof content === 'string' ? Buffer.from(content) : content;
  const bytes = all.subarray(0, limit);
  const whole = bytes.length === all.length;
  const decoded = new TextDecoder().decode(bytes);
  const cut = whole ? decoded : decoded.slice(0, decoded.lastIndexOf('\n') + 1 || decoded.length);
  const lines = cut.split(/\r?\n/).filter(line => line.trim() !== '');
  return { path: 'file', bytes, text: cut, lines: lines.slice(0, 200), whole };
}

/** Recognises and reads a whole text or file, in pieces of `size` bytes. */
export async function readAll(
  content: string | Uint8Array,
  options: { size?: number; readers?: readonly Reader[] } = {},
): Promise<Reading> {
  const format = recogniseFile(sampleOf(content), options.readers);
  if (!format) return { reader: '', records: [], unread: [] };
  return format.shape === 'document'
    ? readDocument(format.reader, content, options.size)
    : readLines(format.readers, content);
}

async function readDocument(
  reader: DocumentReader,
  content: string | Uint8Array,
  size = 1 << 16,
): Promise<Reading> {
  const reading: Reading = { reader: reader.name, records: [], unread: [] };
  await reader.read(
    pieces(typeof content === 'string' ? Buffer.from(content) : content, size),
    { path: 'file', time: TIME },
    { record: record => reading.records.push(record), unread: entry => reading.unread.push(entry) },
  );
  return reading;
}

async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield Uint8Array.from(bytes.subarray(i, i + size));
}

function readLines(readers: LineReader[], content: string | Uint8Array): Reading {
  const reading: Reading = { reader: readers[0]?.name ?? '', records: [], unread: [] };
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const context = { path: 'file', time: TIME };
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    for (const reader of readers) {
      const found = reader.read(line, context);
      if (found === undefined) continue;
      for (const record of [found].flat()) reading.records.push({ ...record, line: index + 1 });
      return;
    }
    reading.unread.push({ line: index + 1, text: line, why: 'no reader' });
  });
  return reading;
}
