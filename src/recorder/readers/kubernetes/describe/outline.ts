/** A line of an indented outline, with what stands under it. */
export interface Entry {
  key: string;
  /** What follows the colon; continued lines are joined by a line break. */
  value: string;
  indent: number;
  children: Entry[];
  /** Rows of a table under it, by the names of its columns. */
  rows: Record<string, string>[];
}

const ENTRY = /^([^\s:][^:]*):(?:\s+(.*))?$/;
/** Column names, two spaces or a tab apart; tables of conditions and events begin so. */
const HEADER = /^(?:Type|FirstSeen|LastSeen)(?:\t|\s{2,})\S/;
const RULE = /^[-\s]+$/;
const CELL = /\S+(?: \S+)*/g;

/**
 * Reads an outline as `kubectl describe` prints it: keys with values, nested by indent, values that go on in the lines
 * below, and tables.
 */
export function readOutline(lines: readonly string[]): Entry {
  const root: Entry = { key: '', value: '', indent: -1, children: [], rows: [] };
  const open = [root];
  let table: Table | undefined;
  for (const line of lines) {
    const text = line.trim();
    const indent = line.length - line.trimStart().length;
    if (text === '') continue;
    if (table && indent >= table.indent) {
      if (!RULE.test(line)) table.rows.push(rowOf(line, table));
      continue;
    }
    table = undefined;
    while (open.at(-1)!.indent >= indent) open.pop();
    const parent = open.at(-1)!;
    if (HEADER.test(text)) {
      table = { indent, columns: columnsOf(line), rows: parent.rows };
      continue;
    }
    const [, key, value = ''] = ENTRY.exec(text) ?? [];
    if (key === undefined) {
      parent.value = parent.value ? `${parent.value}\n${text}` : text;
      continue;
    }
    const entry: Entry = { key, value, indent, children: [], rows: [] };
    parent.children.push(entry);
    open.push(entry);
  }
  return root;
}

interface Table {
  indent: number;
  columns: { name: string; start: number }[];
  rows: Record<string, string>[];
}

const columnsOf = (header: string): Table['columns'] =>
  Array.from(header.matchAll(CELL), ({ 0: name, index }) => ({ name, start: index }));

/** Cells stand below their column's name; with tabs between them only their order is known. */
function rowOf(line: string, { columns }: Table): Record<string, string> {
  const cells = line.includes('\t')
    ? line.trim().split(/\t+| {2,}/)
    : columns.map(({ start }, nth) => line.slice(start, columns[nth + 1]?.start).trim());
  return Object.fromEntries(columns.map(({ name }, nth) => [name, cells[nth]?.trim() ?? '']));
}

/** The entry of a key among the children. */
export const under = (entry: Entry | undefined, key: string): Entry | undefined =>
  entry?.children.find(child => child.key === key);

/** The value of a key among the children; undefined where it is empty or none. */
export function textUnder(entry: Entry | undefined, key: string): string | undefined {
  const value = under(entry, key)?.value;
  return value && !/^<(?:none|unset|unknown|nil)>$/.test(value) ? value : undefined;
}
