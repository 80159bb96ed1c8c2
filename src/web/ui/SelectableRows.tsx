import { type ReactNode, useState } from 'react';
import { t } from '../messages/index.ts';
import { currentRow } from './rowAt.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { type Selection, useSelection } from './useSelection.ts';
import { useShortcut } from './useShortcut.ts';

/** As many as the operations on many things take. */
const MOST = 200;

interface ChangeProps<Row> {
  chosen: readonly Row[];
  onChanged(): void;
  onTakeOut(ids: readonly string[]): void;
  onClose(): void;
}

interface SelectableRowsProps<Row extends { id: string }> {
  rows: readonly Row[];
  /** Whether several may be changed together; if not, nothing can be selected. */
  mayEdit: boolean;
  /** What is selected, for screen readers: `Selected actions`. */
  label: string;
  countText(count: number): string;
  table(selection: Selection | undefined): ReactNode;
  /** The window that changes what was chosen. */
  change(props: ChangeProps<Row>): ReactNode;
}

/** A table of which several rows can be chosen and changed together. */
export function SelectableRows<Row extends { id: string }>({
  rows,
  mayEdit,
  label,
  countText,
  table,
  change,
}: SelectableRowsProps<Row>) {
  const selection = useSelection(rows.map(({ id }) => id));
  const [isOpen, setOpen] = useState(false);
  useShortcut('x', mayEdit ? t.selection.keys.select : '', () => {
    const id = currentRow()?.dataset.row;
    if (mayEdit && id && rows.some(row => row.id === id)) selection.toggle(id);
  });
  const chosen = rows.filter(({ id }) => selection.has(id));
  if (!mayEdit) return table(undefined);
  return (
    <>
      {table(selection)}
      <SelectionBar
        label={label}
        text={countText(chosen.length)}
        count={chosen.length}
        most={MOST}
        selection={selection}
        onChange={() => setOpen(true)}
      />
      {isOpen &&
        chosen.length > 0 &&
        change({
          chosen,
          onClose: () => setOpen(false),
          onTakeOut: selection.drop,
          onChanged() {
            setOpen(false);
            selection.clear();
          },
        })}
    </>
  );
}
