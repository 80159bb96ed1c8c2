import type { ReadRecord } from '../../src/core/record.ts';
import { TEXT_READERS } from '../../src/recorder/readers/text.ts';

/** Stamps without a year are of the year before June 2024, those without a zone of UTC. */
export const LINE_CONTEXT = { path: '', time: { zone: 'UTC', anchor: Date.UTC(2024, 5, 1) * 1000 } };

/** A line, the reader that should take it, and what it should at least read from it. */
export type LineExample = readonly [line: string, reader: string, fields: Record<string, unknown>];

/** The name of the first reader that takes a line and its record's fields that are not empty; `at` as text with six digits. */
export function readLine(line: string): Record<string, unknown> {
  for (const reader of TEXT_READERS) {
    const read = reader.read(line, LINE_CONTEXT);
    if (read !== undefined) return { reader: reader.name, ...fieldsOf([read].flat()[0]!) };
  }
  return {};
}

function fieldsOf({ at, ...fields }: ReadRecord): Record<string, unknown> {
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (at === undefined) return known;
  const micros = String(at % 1000).padStart(3, '0');
  return { ...known, at: new Date(Math.floor(at / 1000)).toISOString().slice(0, -1) + micros };
}
