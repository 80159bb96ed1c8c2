import { saveFile } from '../timeline/saveFile.ts';

/** A spreadsheet runs what begins like this; a quote before it keeps it text. */
const RUNS = /^[=+@\t\r-]/;

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = RUNS.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A table as CSV: the names of the columns, then the rows. */
export const toCsv = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]) =>
  [columns, ...rows].map(row => `${row.map(cellOf).join(',')}\r\n`).join('');

/** Lets the browser save a table as CSV. */
export const saveTable = (name: string, ...table: Parameters<typeof toCsv>): void =>
  saveFile(new Blob([toCsv(...table)], { type: 'text/csv' }), `${name}.csv`);
