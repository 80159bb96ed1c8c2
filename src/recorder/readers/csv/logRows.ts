import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { levelOf } from '../names/levelOf.ts';
import type { ReadContext } from '../reader.ts';
import { columnOf } from './columns.ts';
import { durationReader } from './durations.ts';
import { identityOf, keepCells, looseColumns } from './identity.ts';
import { programLine } from './programLine.ts';
import { rowKind } from './rowKind.ts';
import type { Table } from './table.ts';
import { timeReader } from './timeReader.ts';

/** Reads a table of log lines or events: a row is a record. */
export function logRows(table: Table, context: ReadContext): (cells: readonly string[]) => ReadRecord[] {
  const { columns } = table;
  const index = (role: Parameters<typeof columnOf>[1]) => columnOf(columns, role)?.index ?? -1;
  const [body, level] = [index('body'), index('level')];
  const [trace, span, parent] = [index('trace'), index('span'), index('parent')];
  const { kind, name } = rowKind(columns);
  const identity = identityOf(columns);
  const timeOf = timeReader(table, context.time);
  const durationOf = durationReader(table);
  const loose = looseColumns(columns, [name, table.clock, ...table.alsoTime]);
  const speaking = body >= 0 ? [] : loose;
  return cells => {
    const when = timeOf(cells);
    const whose = identity.read(cells);
    const text = cells[body];
    // A table that has a column for the level keeps it out of the message.
    const inner = text && level < 0 && kind === 'log' ? programLine(text, when, context) : undefined;
    const attributes: Attributes = inner?.attributes ?? {};
    identity.place(cells, attributes);
    keepCells(attributes, cells, loose);
    return [
      {
        at: when.at,
        atRaw: when.atRaw,
        precision: when.precision,
        zoned: when.zoned,
        kind,
        host: whose.host ?? inner?.host,
        service: whose.service ?? inner?.service,
        level: level >= 0 ? levelOf(cells[level] ?? '') : inner?.level,
        traceId: cells[trace] || inner?.traceId,
        spanId: (trace >= 0 ? cells[span] : undefined) || inner?.spanId,
        parentSpanId: trace >= 0 ? cells[parent] || undefined : undefined,
        durationUs: durationOf(cells) ?? inner?.durationUs,
        name: (name && cells[name.index]) || undefined,
        body: inner?.body ?? text ?? sentence(cells, speaking),
        attributes,
      },
    ];
  };
}

/** What a row without a message says. */
function sentence(cells: readonly string[], columns: readonly { index: number; name: string }[]): string {
  return columns
    .filter(column => cells[column.index])
    .map(column => `${column.name}=${cells[column.index]}`)
    .join(' ');
}
