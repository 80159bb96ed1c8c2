import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import * as copy from 'pg-copy-streams';

/** A value as `copy` reads it; objects go as JSON, arrays as arrays of PostgreSQL. */
export type Value = string | number | boolean | null | readonly string[] | { json: unknown };

const SPECIAL: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function print(value: Value): string {
  if (value === null) return '\\N';
  const text = Array.isArray(value)
    ? `{${value.join(',')}}`
    : typeof value === 'object'
      ? JSON.stringify((value as { json: unknown }).json)
      : String(value);
  return text.replaceAll(/[\\\t\n\r]/g, special => SPECIAL[special]!);
}

/** Rows of one table, all with the same columns. */
export type Row = Readonly<Record<string, Value>>;

/** Adds rows to a table in one statement. */
export async function copyRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const lines = rows.map(row => `${columns.map(column => print(row[column]!)).join('\t')}\n`);
  const into = client.query(copy.from(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from([lines.join('')]), into);
}
