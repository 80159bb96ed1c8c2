import type { Attributes, ReadRecord } from '../../../core/record.ts';
import type { ReadContext } from '../reader.ts';
import { columnOf } from './columns.ts';
import { identityOf, keepCells, looseColumns } from './identity.ts';
import type { Table } from './table.ts';
import { timeReader } from './timeReader.ts';

/** Reads a wide table of metrics: every number in a row is a sample. Empty cells are no samples. */
export function seriesRows(table: Table, context: ReadContext): (cells: readonly string[]) => ReadRecord[] {
  const { columns, numeric } = table;
  const identity = identityOf(columns);
  const timeOf = timeReader(table, context.time);
  const labels = columns.filter(column => !numeric.includes(column) && column.role !== 'time');
  const loose = looseColumns(labels, [table.clock, ...table.alsoTime]);
  let shared: Attributes[] = [];
  let sharedBy = '\0';
  return cells => {
    const when = timeOf(cells);
    const whose = identity.read(cells);
    let by = '';
    for (const label of labels) by += `${cells[label.index]}\0`;
    if (by !== sharedBy) {
      // Rows of one series follow each other: they share the attributes of each column.
      sharedBy = by;
      shared = numeric.map(column => attributesOf(cells, column.unit));
    }
    const records: ReadRecord[] = [];
    for (let i = 0; i < numeric.length; i++) {
      const column = numeric[i] as Table['time'];
      const value = numberOf(cells[column.index]);
      if (value === undefined) continue;
      records.push({
        at: when.at,
        atRaw: when.atRaw,
        precision: when.precision,
        zoned: when.zoned,
        kind: 'metric',
        host: whose.host,
        service: whose.service,
        name: column.name,
        value,
        body: '',
        attributes: shared[i],
      });
    }
    return records;
  };

  function attributesOf(cells: readonly string[], unit: string): Attributes {
    const attributes: Attributes = {};
    identity.place(cells, attributes);
    keepCells(attributes, cells, loose);
    if (unit !== '') attributes.unit = unit;
    return attributes;
  }
}

/** Reads a long table of metrics: a row names a metric and gives one number. */
export function sampleRows(table: Table, context: ReadContext): (cells: readonly string[]) => ReadRecord[] {
  const { columns } = table;
  const identity = identityOf(columns);
  const timeOf = timeReader(table, context.time);
  const metric = columnOf(columns, 'metric') ?? columnOf(columns, 'operation');
  const value = columnOf(columns, 'value');
  const loose = looseColumns(columns, [metric, value, table.clock, ...table.alsoTime]);
  return cells => {
    const number = numberOf(cells[value?.index ?? -1]);
    if (number === undefined) return [];
    const when = timeOf(cells);
    const whose = identity.read(cells);
    const attributes: Attributes = {};
    identity.place(cells, attributes);
    keepCells(attributes, cells, loose);
    return [
      {
        at: when.at,
        atRaw: when.atRaw,
        precision: when.precision,
        zoned: when.zoned,
        kind: 'metric',
        host: whose.host,
        service: whose.service,
        name: cells[metric?.index ?? -1] || undefined,
        value: number,
        body: '',
        attributes,
      },
    ];
  };
}

/** A cell as a number; a percent sign is dropped. Undefined for gaps and words. */
function numberOf(cell: string | undefined): number | undefined {
  if (cell === undefined || cell === '') return undefined;
  const number = +cell;
  if (!Number.isNaN(number)) return Number.isFinite(number) ? number : undefined;
  return cell.endsWith('%') ? numberOf(cell.slice(0, -1)) : undefined;
}
