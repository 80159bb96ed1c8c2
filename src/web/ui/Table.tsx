import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface Column<Row> {
  /** Unique; the head shows `label`. */
  key: string;
  label: string;
  /** Stands in the head in place of the label. */
  head?: ReactNode;
  cell(row: Row): ReactNode;
  isNumber?: boolean;
  /** The rows are sorted by it. */
  sorted?: 'ascending' | 'descending' | undefined;
  /** Left out where the screen is narrow. */
  isExtra?: boolean;
  className?: string;
}

interface TableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
}

/** A dense table of rows. The first column leads: it holds the link or button that opens the row. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  const extra = (column: Column<Row>) => column.isExtra && 'max-lg:hidden';
  return (
    <div className="relative overflow-x-auto rounded border border-line bg-panel">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                className={cx(
                  'h-8 px-3 font-medium',
                  column.isNumber && 'text-right',
                  extra(column),
                  column.className,
                )}
              >
                {column.head ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(row => (
            <tr key={keyOf(row)} className="hover:bg-sunken">
              {columns.map(column => (
                <td
                  key={column.key}
                  className={cx(
                    'px-3 py-2 align-top',
                    column.isNumber && 'tabular text-right',
                    extra(column),
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
