import type { ReadRecord } from '../../../core/record.ts';
import type { DocumentReader, LineReader, ReadContext, RecordSink, Sample } from '../reader.ts';
import { JsonElements } from './elements.ts';
import { firstObjects, glimpse } from './glimpse.ts';
import { at, isObject, type JsonObject, objectsOf } from './value.ts';

/** Where an entry stands. */
export interface Surroundings extends ReadContext {
  /** The object around the array that the entry is in, as far as it was read; `{}` for documents. */
  around: JsonObject;
  /** The path of that array, `''` for documents. */
  array: string;
}

/** A format whose entries are JSON objects, however they were filed: as one document, in an array, or one a line. */
export interface JsonFormat {
  name: string;
  version: number;
  /** Dotted paths of the arrays, below the root object, whose entries are read one at a time. */
  arrays: readonly string[];
  /** 0…1: how sure an object (a root object or an entry of a root array; its end may be missing) is of this format. */
  matches(document: JsonObject): number;
  /** The records of an entry of `arrays`, or of a document that holds none; undefined when it is not understood. */
  read(entry: JsonObject, surroundings: Surroundings): ReadRecord[] | undefined;
}

/** The two readers of a format: for documents, and for files with one document a line. */
export function jsonReaders(format: JsonFormat): [LineReader, DocumentReader] {
  return [lineReader(format), documentReader(format)];
}

function confidence(format: JsonFormat, sample: Sample): number {
  const objects = firstObjects(sample);
  if (objects.length === 0) return 0;
  return Math.max(...objects.map(format.matches)) * 0.5 + average(objects.map(format.matches)) * 0.5;
}

const average = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Whether every line of the sample is an object of its own. */
function isLines(sample: Sample): boolean {
  const lines = sample.lines.slice(0, 5);
  return lines.length > 1 && lines.every(line => /^\s*\{.*\}\s*$/.test(line) && isObject(parsed(line)));
}

/** The text that was parsed last: a line is offered to one format after another. */
const last = { text: '', value: undefined as unknown };

function parsed(text: string): unknown {
  if (last.text === text) return last.value;
  last.text = text;
  try {
    last.value = JSON.parse(text);
  } catch {
    last.value = undefined;
  }
  return last.value;
}

function lineReader(format: JsonFormat): LineReader {
  return {
    shape: 'lines',
    name: `${format.name}-lines`,
    version: format.version,
    isBatched: format.arrays.length > 0,
    recognise: sample => (isLines(sample) ? confidence(format, sample) : 0),
    read(line, context) {
      const start = line.charCodeAt(0);
      if (start !== 0x7b && start !== 0x20 && start !== 0x09) return undefined;
      const document = parsed(line);
      if (!isObject(document) || format.matches(document) === 0) return undefined;
      return recordsOf(format, document, context);
    },
    continues: () => false,
  };
}

/** What the format makes of an entry; undefined also where its inside has another shape than the format says. */
function attempt(
  format: JsonFormat,
  entry: JsonObject,
  surroundings: Surroundings,
): ReadRecord[] | undefined {
  try {
    return format.read(entry, surroundings);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The records of a whole document; undefined when it is not understood. */
function recordsOf(format: JsonFormat, document: JsonObject, context: ReadContext): ReadRecord[] | undefined {
  const lists = format.arrays.filter(path => Array.isArray(at(document, path)));
  if (lists.length === 0) return attempt(format, document, { ...context, around: {}, array: '' });
  const records: ReadRecord[] = [];
  for (const array of lists) {
    const surroundings: Surroundings = { ...context, around: document, array };
    for (const entry of objectsOf(at(document, array))) {
      for (const record of attempt(format, entry, surroundings) ?? []) records.push(record);
    }
  }
  return records;
}

function documentReader(format: JsonFormat): DocumentReader {
  return {
    shape: 'document',
    name: format.name,
    version: format.version,
    recognise: sample => (isLines(sample) ? 0 : confidence(format, sample)),
    read: (chunks, context, sink) => readDocument(format, chunks, context, sink),
  };
}

async function readDocument(
  format: JsonFormat,
  chunks: AsyncIterable<Uint8Array>,
  context: ReadContext,
  sink: RecordSink,
): Promise<void> {
  let before = '';
  let surroundings: Surroundings = { ...context, around: {}, array: '' };
  const elements = new JsonElements(format.arrays, {
    element(element) {
      const unread = (why: string) => sink.unread({ line: element.line, text: element.text, why });
      let entry: unknown;
      try {
        entry = JSON.parse(element.text);
      } catch (error) {
        return unread(`not valid JSON: ${(error as Error).message}`);
      }
      if (element.array === '$') return;
      // A list of lists, as traces that are lists of spans.
      const entries = Array.isArray(entry) ? entry : [entry];
      if (entries.length === 0 || !entries.every(isObject)) return unread('not an object');
      if (element.array !== surroundings.array || element.before !== before) {
        before = element.before;
        const around = glimpse(before);
        surroundings = { ...context, around: isObject(around) ? around : {}, array: element.array };
      }
      for (const object of entries) {
        const records =
          element.array === '' ? recordsOf(format, object, context) : attempt(format, object, surroundings);
        if (!records) return unread(`not understood as ${format.name}`);
        for (const record of records) {
          record.line = element.line;
          sink.record(record);
        }
      }
    },
    broken: entry => sink.unread(entry),
  });
  for await (const chunk of chunks) elements.push(chunk);
  elements.end();
}
