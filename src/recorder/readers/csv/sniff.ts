import type { Sample } from '../reader.ts';
import { Rows } from './rows.ts';
import { type Table, tableOf } from './table.ts';

const DELIMITERS = [',', '\t', ';', '|'];
const FIRST_ROWS = 50;
const JUDGING = { zone: 'UTC', anchor: 1_735_689_600_000_000 };

/** How a delimited file is laid out. */
export interface Layout {
  delimiter: string;
  /** Column names: the first row, or made up where the first row holds data. */
  header: string[];
  hasHeader: boolean;
  table: Table;
}

/** Finds the delimiter, the header and the shape of a table from its beginning; undefined when it is no table with times. */
export function sniff(text: string, whole: boolean): Layout | undefined {
  for (const delimiter of DELIMITERS) {
    const rows = firstRows(text, delimiter, whole);
    const width = rows[0]?.length ?? 0;
    if (rows.length < 2 || width < 2) continue;
    const even = rows.filter(row => row.length === width).length;
    if (even < rows.length * 0.9) continue;
    const layout = withHeader(rows, delimiter) ?? withoutHeader(rows, delimiter);
    if (layout) return layout;
  }
  return undefined;
}

function withHeader(rows: string[][], delimiter: string): Layout | undefined {
  const header = rows[0] as string[];
  const isNames = header.every(
    cell => /^\uFEFF?[\p{L}_@#"$ ][^\n]{0,120}$|^$/u.test(cell) && !/\d{4}-\d\d-\d\d|\d\d:\d\d/.test(cell),
  );
  if (!isNames || new Set(header).size < header.length - 1) return undefined;
  const table = tableOf(header, rows.slice(1), JUDGING);
  return table && { delimiter, header, hasHeader: true, table };
}

/** Rows without a header must be many enough, and wide enough, to be no log lines with commas. */
function withoutHeader(rows: string[][], delimiter: string): Layout | undefined {
  const width = (rows[0] as string[]).length;
  if (rows.length < 3 || width < 4 || rows.some(row => row.length !== width)) return undefined;
  const header = headerFor(rows);
  const table = tableOf(header, rows, JUDGING);
  return table && { delimiter, header, hasHeader: false, table };
}

/** Names for columns without a header: the longest text is the message, a column of level words the level. */
function headerFor(rows: string[][]): string[] {
  const lengths = (rows[0] as string[]).map((_, i) =>
    rows.reduce((sum, row) => sum + (row[i] ?? '').length, 0),
  );
  const longest = lengths.indexOf(Math.max(...lengths));
  const isLevel = (i: number) =>
    rows.every(row => /^(trace|debug|info|notice|warn(ing)?|error|fatal|critical)$/i.test(row[i] ?? ''));
  return lengths.map((length, i) => {
    if (isLevel(i)) return 'level';
    return i === longest && length > rows.length * 25 ? 'message' : `column ${i + 1}`;
  });
}

function firstRows(text: string, delimiter: string, whole: boolean): string[][] {
  const rows: string[][] = [];
  const scanner = new Rows(delimiter, cells => {
    if (rows.length < FIRST_ROWS) rows.push([...cells]);
  });
  scanner.push(text);
  if (whole) scanner.end();
  return rows;
}

const layouts = new WeakMap<Sample, Layout | null>();

/** The layout of a sample, judged once. */
export function layoutOf(sample: Sample): Layout | undefined {
  const known = layouts.get(sample);
  if (known !== undefined) return known ?? undefined;
  const found = sniff(sample.text, sample.whole);
  layouts.set(sample, found ?? null);
  return found;
}
