import type { ReadRecord } from '../../../core/record.ts';
import type { DocumentReader, ReadContext, RecordSink } from '../reader.ts';
import { logRows } from './logRows.ts';
import { sampleRows, seriesRows } from './metricRows.ts';
import { Rows } from './rows.ts';
import { type Layout, layoutOf, sniff } from './sniff.ts';
import { spanRows } from './spanRows.ts';
import type { Table, TableShape } from './table.ts';

type RowReader = (cells: readonly string[]) => ReadRecord[];

const ROW_READERS: Record<TableShape, (table: Table, context: ReadContext) => RowReader> = {
  logs: logRows,
  spans: spanRows,
  series: seriesRows,
  samples: sampleRows,
};

/** So much text is judged before rows are read. */
const BEGINNING = 65_536;

/**
 * Comma, tab, semicolon or bar separated tables with a time in every row: log lines, spans, metrics a column, metrics a
 * row. What a column means follows from its header, what the table lists from the columns it has.
 *
 * `TraceID,SpanID,ParentID,PodName,OperationName,StartTimeUnixNano,EndTimeUnixNano,Duration`
 */
export const CSV: DocumentReader = {
  shape: 'document',
  name: 'csv',
  version: 1,
  recognise(sample) {
    const layout = layoutOf(sample);
    if (!layout) return 0;
    return layout.hasHeader ? 0.95 : 0.6;
  },
  read,
};

async function read(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadContext,
  sink: RecordSink,
): Promise<void> {
  const decoder = new TextDecoder();
  let beginning: string | undefined = '';
  let rows: Rows | undefined;
  const begin = (text: string, whole: boolean) => {
    const layout = sniff(text, whole);
    rows = layout && rowsOf(layout, context, sink);
    take(text);
    beginning = undefined;
  };
  const take = (text: string) => {
    if (rows) rows.push(text);
    else sink.unread({ line: 0, text, why: 'no table with times' });
  };
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (beginning === undefined) take(text);
    else if (beginning.length + text.length >= BEGINNING) begin(beginning + text, false);
    else beginning += text;
  }
  if (beginning !== undefined) begin(beginning, true);
  const open = rows?.end() ?? '';
  if (open !== '') sink.unread({ line: 0, text: open, why: 'a quote is never closed' });
}

function rowsOf(layout: Layout, context: ReadContext, sink: RecordSink): Rows {
  const { delimiter, table, header } = layout;
  const readRow = ROW_READERS[table.shape](table, context);
  let isHeader = layout.hasHeader;
  return new Rows(delimiter, (cells, line) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    const unread = (why: string) => sink.unread({ line, text: cells.join(delimiter), why });
    if (cells.length < header.length && cells.length <= table.time.index) return unread('too few cells');
    if (cells[0] === header[0] && cells[1] === header[1]) return unread('the header again');
    const records = readRow(cells);
    if (records.length === 0) return unread('no value in this row');
    for (const record of records) {
      record.line = line;
      sink.record(record);
    }
  });
}
