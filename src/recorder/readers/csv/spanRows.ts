import type { Attributes, ReadRecord } from '../../../core/record.ts';
import type { ReadContext } from '../reader.ts';
import { columnOf } from './columns.ts';
import { durationReader } from './durations.ts';
import { identityOf, keepCells, looseColumns } from './identity.ts';
import type { Table } from './table.ts';
import { timeReader } from './timeReader.ts';

/** How sources write that a span has no parent. */
const NO_PARENT = new Set([
  '',
  'root',
  'null',
  'none',
  '-',
  '-1',
  '0',
  '0000000000000000',
  'undefined',
  'NULL',
  'None',
]);

/** A status that means failure: an HTTP status of 500 and more, or a word. */
const FAILED = /^(5\d\d|error|err|failed|failure|true|STATUS_CODE_ERROR)$/i;

/** Reads a table of spans: a row is a span. */
export function spanRows(table: Table, context: ReadContext): (cells: readonly string[]) => ReadRecord[] {
  const { columns } = table;
  const index = (role: Parameters<typeof columnOf>[1]) => columnOf(columns, role)?.index ?? -1;
  const [trace, span, parent] = [index('trace'), index('span'), index('parent')];
  const [operation, status, kind, body] = [index('operation'), index('status'), index('kind'), index('body')];
  const identity = identityOf(columns);
  const timeOf = timeReader(table, context.time);
  const durationOf = durationReader(table);
  const loose = looseColumns(columns, [columns[kind], ...table.alsoTime]);
  return cells => {
    const when = timeOf(cells);
    const whose = identity.read(cells);
    const attributes: Attributes = {};
    identity.place(cells, attributes);
    if (cells[kind]) attributes['span.kind'] = cells[kind].replace('SPAN_KIND_', '').toLowerCase();
    keepCells(attributes, cells, loose);
    const above = cells[parent] ?? '';
    return [
      {
        at: when.at,
        atRaw: when.atRaw,
        precision: when.precision,
        zoned: when.zoned,
        kind: 'span',
        host: whose.host,
        service: whose.service,
        level: FAILED.test(cells[status] ?? '') ? 'error' : '',
        traceId: cells[trace] || undefined,
        spanId: cells[span] || undefined,
        parentSpanId: NO_PARENT.has(above) ? undefined : above,
        durationUs: durationOf(cells),
        name: cells[operation] || undefined,
        body: cells[body] ?? '',
        attributes,
      },
    ];
  };
}
