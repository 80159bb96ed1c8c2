import { t } from '../messages/index.ts';
import type { Column } from './Table.tsx';
import type { Selection } from './useSelection.ts';

const CHECK = 'm-1 block size-4 accent-accent';

interface SelectColumnOptions<Row> {
  /** How many rows are listed. */
  count: number;
  /** What a row is called, for screen readers. */
  nameOf(row: Row): string;
}

/** The column of a table in which rows are chosen: one by one, up to one with Shift, or all. */
export const selectColumn = <Row extends { id: string }>(
  selection: Selection,
  { count, nameOf }: SelectColumnOptions<Row>,
): Column<Row> => ({
  key: 'select',
  label: t.selection.select,
  className: 'w-8 !pr-0',
  onCard: 'before',
  head: (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        className={CHECK}
        checked={selection.ids.length === count}
        ref={box => {
          if (box) box.indeterminate = selection.ids.length > 0 && selection.ids.length < count;
        }}
        onChange={event => (event.target.checked ? selection.chooseAll() : selection.clear())}
      />
      <span className="sr-only card:not-sr-only">{t.selection.selectAll}</span>
    </label>
  ),
  cell: row => (
    <input
      type="checkbox"
      aria-label={`${t.selection.select} ${nameOf(row)}`}
      className={CHECK}
      checked={selection.has(row.id)}
      // Beneath a change of a checkbox lies the click that made it, which knows of Shift.
      onChange={({ nativeEvent }) =>
        (nativeEvent as MouseEvent).shiftKey ? selection.extendTo(row.id) : selection.toggle(row.id)
      }
    />
  ),
});
