/**
 * Docker's json-file driver: each line a program wrote, inside a JSON object with the runtime's stamp.
 *
 *     {"log":"08:14:09.402 INFO  o.e.OrderServiceImpl#81 [create][order: 12]\n","stream":"stdout","time":"2023-02-11T08:14:09.403117667Z"}
 */
import type { ReadRecord } from '../../../core/record.ts';
import { isObject, type JsonObject, textOf } from '../json/value.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { parseInstant } from '../time/parseInstant.ts';
import { continuesEmbedded, readEmbedded } from './embedded.ts';
import { parseLine } from './ndjson.ts';
import { shareOfRecords } from './shareOfRecords.ts';

const SHORTEST_PIECE = 16_000;

export const DOCKER_JSON: LineReader = {
  shape: 'lines',
  name: 'docker-json',
  version: 1,
  recognise: sample => shareOfRecords(sample, readEntry),
  read: (line, context) => {
    const entry = entryOf(line);
    return entry === undefined || continuesEmbedded(textIn(entry)) ? undefined : recordOf(entry, context);
  },
  continues: line => entryOf(line) !== undefined,
  unwrap: line => {
    const entry = entryOf(line);
    return entry === undefined ? line : textIn(entry);
  },
  pieces: { isPiece, join },
};

/** Whether a line is of this format, traces' lines included. */
function readEntry(line: string, context: ReadContext): ReadRecord | undefined {
  const entry = entryOf(line);
  return entry === undefined ? undefined : recordOf(entry, context);
}

function entryOf(line: string): JsonObject | undefined {
  if (!line.includes('"log":') || !line.includes('"time":')) return undefined;
  const entry = parseLine(line);
  return typeof entry?.log === 'string' && typeof entry.time === 'string' && isEntry(entry)
    ? entry
    : undefined;
}

/** The driver cuts what a program wrote at 16 KiB; only the last piece ends in a line feed. */
function isPiece(line: string): boolean {
  return line.length > SHORTEST_PIECE && !line.includes('\\n",') && entryOf(line) !== undefined;
}

function join(piece: string, next: string): string | undefined {
  const first = entryOf(piece);
  const second = entryOf(next);
  if (first === undefined || first.stream !== second?.stream) return undefined;
  return JSON.stringify({ ...first, log: `${first.log}${second?.log}` });
}

/** Another logger's object may have a `log` and a `time`, but more members besides. */
function isEntry(entry: JsonObject): boolean {
  for (const key in entry) {
    if (key !== 'log' && key !== 'time' && key !== 'stream' && key !== 'attrs') return false;
  }
  return true;
}

function textIn(entry: JsonObject): string {
  return String(entry.log).replace(/\r?\n$/, '');
}

function recordOf(entry: JsonObject, context: ReadContext): ReadRecord {
  const atRaw = String(entry.time);
  const record = readEmbedded(textIn(entry), parseInstant(atRaw, context.time), atRaw, context);
  const stream = textOf(entry.stream);
  const labels = isObject(entry.attrs) ? entry.attrs : undefined;
  if (stream !== undefined) record.attributes = { ...record.attributes, stream };
  for (const name in labels) {
    const value = textOf(labels[name]);
    if (value !== undefined) record.attributes![name] = value;
  }
  return record;
}
