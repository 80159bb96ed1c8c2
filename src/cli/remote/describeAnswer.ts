import { cellText, visible } from './cellText.ts';
import { table } from './table.ts';

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An answer for people: a list as a table, a noun as a record, its lists of nouns as tables below it.
 *
 * @param width columns of the terminal; undefined where there is none, and nothing is left out
 */
export function describeAnswer(answer: unknown, width: number | undefined): string {
  if (answer === undefined || answer === null) return 'Done.\n';
  if (!isRow(answer)) return `${cellText(answer)}\n`;
  if (Array.isArray(answer.items)) return describePage(answer, width);
  return describeRecord(answer, width);
}

function describePage({ items, nextCursor, ...rest }: Row, width: number | undefined): string {
  const rows = items as Row[];
  const counts = Object.keys(rest).length > 0 ? `\n${describeRecord(rest, width)}` : '';
  if (rows.length === 0) return `None.\n${counts}`;
  const more = nextCursor
    ? `… and more: --all for everything, or --cursor ${visible(String(nextCursor))}\n`
    : '';
  return `${table(rows, width)}${more}${counts}`;
}

function describeRecord(record: Row, width: number | undefined): string {
  const entries = flat(record);
  const tables = entries.filter(([, value]) => isTable(value));
  const lines = entries.filter(([, value]) => !isTable(value));
  const indent = Math.max(0, ...lines.map(([name]) => name.length)) + 2;
  const text = lines
    .map(([name, value]) => `${name.padEnd(indent)}${inset(cellText(value), indent)}\n`)
    .join('');
  const below = tables.map(([name, rows]) => `\n${name}\n${table(rows as Row[], width)}`).join('');
  return text + below;
}

/** Lists of nouns that have more to say than a name. */
const isTable = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.some(item => isRow(item) && !('name' in item && Object.keys(item).length <= 2));

/** Nested nouns as `impact.customers`; those that are only named stay one. */
function flat(record: Row, above = ''): [name: string, value: unknown][] {
  return Object.entries(record).flatMap(([name, value]): [string, unknown][] =>
    isRow(value) && !('name' in value) ? flat(value, `${above}${name}.`) : [[above + name, value]],
  );
}

const inset = (text: string, indent: number): string => text.split('\n').join(`\n${' '.repeat(indent)}`);
