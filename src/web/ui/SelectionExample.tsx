import { useState } from 'react';
import { FacetList } from './FacetList.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { selectColumn } from './selectColumn.tsx';
import { Table } from './Table.tsx';
import { useSelection } from './useSelection.ts';

const ROWS = [
  { id: 'one', name: 'Orders stay unpaid' },
  { id: 'two', name: 'Search is slow' },
  { id: 'three', name: 'Tickets are printed twice' },
];
const VALUES = [
  { value: 'checkout', name: 'Checkout', count: 12 },
  { value: 'search', name: 'Search', count: 3 },
];

/** Rows that are chosen to be changed together, and values to narrow a list by, for the design page. */
export function SelectionExample() {
  const selection = useSelection(ROWS.map(({ id }) => id));
  const [chosen, setChosen] = useState<readonly string[]>(['checkout']);
  return (
    <div className="grid max-w-3xl gap-6 sm:grid-cols-[12rem_1fr]">
      <FacetList label="Service" values={VALUES} chosen={chosen} onChange={setChosen} />
      <div>
        <Table
          caption="Rows that can be chosen"
          columns={[
            selectColumn<(typeof ROWS)[number]>(selection, {
              count: ROWS.length,
              nameOf: ({ name }) => name,
            }),
            { key: 'name', label: 'Name', cell: ({ name }) => name },
          ]}
          rows={ROWS}
          keyOf={({ id }) => id}
        />
        <SelectionBar
          label="Selected rows"
          text={`${selection.ids.length} selected`}
          count={selection.ids.length}
          most={2}
          selection={selection}
          onChange={() => undefined}
        />
      </div>
    </div>
  );
}
