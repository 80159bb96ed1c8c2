import { cellText } from './cellText.ts';

type Row = Record<string, unknown>;

/** Longest text of a cell; the record shows all of it. */
const WIDEST = 60;
const GAP = '  ';

/** Least telling first: these go when the terminal is narrow. */
const EXPENDABLE = /^(?:version|createdAt|updatedAt|createdBy|description|links)$/;

/**
 * Rows as aligned columns, the id first. Columns that say nothing in any row are left out, long texts cut, and where the
 * terminal is narrow the last columns go.
 *
 * @param width columns of the terminal; undefined where there is none
 */
export function table(rows: readonly Row[], width: number | undefined): string {
  const all = [...new Set(rows.flatMap(Object.keys))].filter(name => rows.some(row => isCell(row[name])));
  const names = [...all].sort((a, b) => rank(a) - rank(b));
  const columns = names.map(name => column(name, rows));
  const shown = fitting(columns, width);
  const lines = Array.from({ length: rows.length + 1 }, (_, line) =>
    shown
      .map(({ cells, size, isNumber }) =>
        isNumber ? cells[line]!.padStart(size) : cells[line]!.padEnd(size),
      )
      .join(GAP)
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

interface Column {
  name: string;
  cells: readonly string[];
  size: number;
  isNumber: boolean;
}

/** Whether a value fits into a cell and says something: no structures, and nothing that is empty. */
function isCell(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value))
    return value.length > 0 && value.every(item => typeof item !== 'object' || isNamed(item));
  return typeof value !== 'object' || isNamed(value);
}

const isNamed = (value: object): boolean => 'name' in value && Object.keys(value).length <= 3;

const rank = (name: string): number => (name === 'id' ? 0 : EXPENDABLE.test(name) ? 2 : 1);

function column(name: string, rows: readonly Row[]): Column {
  const cells = [name, ...rows.map(row => short(cellText(row[name])))];
  return {
    name,
    cells,
    size: Math.max(...cells.map(cell => cell.length)),
    isNumber: rows.every(row => typeof row[name] === 'number'),
  };
}

function short(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length <= WIDEST ? line : `${line.slice(0, WIDEST - 1)}…`;
}

function fitting(columns: readonly Column[], width: number | undefined): readonly Column[] {
  if (width === undefined) return columns;
  let used = 0;
  return columns.filter(({ size }, index) => {
    const wanted = used + size + (index === 0 ? 0 : GAP.length);
    if (index > 0 && wanted > width) return false;
    used = wanted;
    return true;
  });
}
