import type { ReadRecord } from '../../core/record.ts';
import { isDoubtful, NDJSON } from './lines/ndjson.ts';
import type { LineReader, ReadContext } from './reader.ts';
import { STRUCTURED_READERS } from './structured.ts';
import { GUESSES } from './vague.ts';

/** The formats of which a line of JSON may be, among log lines that are. */
const PARTICULAR = STRUCTURED_READERS.filter(
  (reader): reader is LineReader => reader.shape === 'lines' && !GUESSES.includes(reader),
);

/**
 * NDJSON of any schema, in which an alert, an event or a batch of telemetry may stand between the lines of programs:
 * a line that no logger would write is offered to those who know such lines.
 */
export const JSON_LINES: LineReader = { ...NDJSON, read: readJsonLine };

function readJsonLine(line: string, context: ReadContext): ReadRecord | ReadRecord[] | undefined {
  const record = NDJSON.read(line, context);
  if (record === undefined || !isDoubtful()) return record;
  for (const reader of PARTICULAR) {
    const particular = reader.read(line, context);
    if (particular !== undefined) return particular;
  }
  return record;
}
