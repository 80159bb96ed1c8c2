import type { Values } from './openEngine.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';

/** One replacement: its place and what stands there now. */
export interface ReplacementRow {
  number: number;
  path: string;
  line: number;
  field: string;
  start: number;
  end: number;
  rule: string;
  kind: string;
  token: string;
}

export interface ReplacementFilter {
  rule?: readonly string[] | undefined;
  kind?: readonly string[] | undefined;
  path?: string | undefined;
  token?: string | undefined;
  /** Number of the last one of the page before. */
  after?: number | undefined;
  most: number;
}

/** Replacements of a reading, by file and line. Throws as `searchRecords` does. */
export async function listReplacements(
  { engine, copies }: RecordArchive,
  key: string,
  { after = -1, most, path, token, ...words }: ReplacementFilter,
): Promise<ReplacementRow[]> {
  const values: Values = { after, most };
  const conditions = ['number > $after'];
  const chosen = {
    ...words,
    path: path === undefined ? path : [path],
    token: token === undefined ? token : [token],
  };
  for (const [column, alternatives] of Object.entries(chosen)) {
    if (alternatives === undefined) continue;
    const names = alternatives.map((word, place) => {
      values[`${column}${place}`] = word;
      return `$${column}${place}`;
    });
    conditions.push(`${column} in (${names.join(', ')})`);
  }
  return engine.rowsOf(
    `select number, path, line, field, start, "end", rule, kind, token from ${rowsIn(await copies.pathOf(key))}
    where ${conditions.join(' and ')} order by number limit $most`,
    values,
  );
}
