import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { CARDS } from './tableCards.ts';

export interface Column<Row> {
  /** Unique; the head shows `label`. */
  key: string;
  label: string;
  /** Stands in the head in place of the label, and is there on narrow screens too: it sorts, or chooses all. */
  head?: ReactNode;
  cell(row: Row): ReactNode;
  isNumber?: boolean;
  /** The rows are sorted by it. */
  sorted?: 'ascending' | 'descending' | undefined;
  /** Left out where the screen is narrow, and on cards unless it has a place there. */
  isExtra?: boolean;
  /**
   * Where there is no room for columns each row is a card. Its `lead` is the first column unless another says so; beside it
   * stand what is `before` and `after` it; below it follow the others with their labels, or without where they are `plain`.
   */
  onCard?: 'lead' | 'before' | 'after' | 'fact' | 'plain' | 'hidden';
  className?: string;
}

interface TableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
}

// Browsers forget what a table is when it is laid out as something else, so each part says it.
const IS = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

/** A dense table of rows; a card for each where it is narrow. The first column leads: it holds what opens the row. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  const lead = columns.find(({ onCard }) => onCard === 'lead') ?? columns.find(({ onCard }) => !onCard);
  const placeOf = (column: Column<Row>) =>
    column === lead ? 'lead' : (column.onCard ?? (column.isExtra ? 'hidden' : 'fact'));
  const hasBefore = columns.some(({ onCard }) => onCard === 'before');
  const hasHead = columns.some(({ head }) => head);
  return (
    <div className="@container relative overflow-x-auto rounded border border-line bg-panel">
      <table {...IS.table} className={cx('w-full border-collapse text-left', CARDS.table)}>
        <caption className="sr-only">{caption}</caption>
        <thead {...IS.group} className={CARDS.group}>
          <tr
            {...IS.row}
            className={cx('border-b border-line text-sm text-muted', hasHead ? CARDS.heads : 'card:sr-only')}
          >
            {columns.map(({ key, label, head, sorted, isNumber, isExtra, className }) => (
              <th
                {...IS.head}
                key={key}
                scope="col"
                aria-sort={sorted}
                className={cx(
                  'h-8 px-3 font-medium',
                  isNumber && 'text-right',
                  isExtra && 'max-lg:hidden',
                  className,
                  head ? CARDS.head : 'card:sr-only',
                )}
              >
                {head ?? label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...IS.group} className={cx('divide-y divide-line', CARDS.group)}>
          {rows.map(row => (
            <tr
              {...IS.row}
              key={keyOf(row)}
              className={cx('hover:bg-sunken', CARDS.row, hasBefore && 'card:pl-10')}
            >
              {columns.map(column => (
                <td
                  {...IS.cell}
                  key={column.key}
                  data-label={column.label}
                  className={cx(
                    'px-3 py-2 align-top',
                    column.isNumber && 'tabular text-right',
                    column.isExtra && 'max-lg:hidden',
                    column.className,
                    CARDS[placeOf(column)],
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
