import { useState } from 'react';
import { design } from '../../messages/en/design.ts';
import { t } from '../../messages/index.ts';
import { CheckFilter } from '../CheckFilter.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { FacetList } from '../FacetList.tsx';
import { FacetPanel } from '../FacetPanel.tsx';
import { FilterBar } from '../FilterBar.tsx';
import { FilterFound } from '../FilterFound.tsx';
import { RowButton } from '../RowButton.tsx';
import { SavedFilters } from '../SavedFilters.tsx';
import { SelectableRows } from '../SelectableRows.tsx';
import { selectColumn } from '../selectColumn.tsx';
import { Table } from '../Table.tsx';
import { say } from '../Toasts.tsx';
import { FOUND, searchIn } from './found.ts';

const ROWS = design.things.map(name => ({ id: name, name, count: name.length }));
const VALUES = design.services.map((name, index) => ({ value: name, name, count: 12 - index }));

interface Facets {
  mine?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
  kind?: readonly string[] | undefined;
}

/** Lists whose rows are opened, walked by `j` and `k` and selected by `x`, and what they are narrowed by. */
export function ListExamples() {
  const [text, setText] = useState<string | undefined>();
  const [isMine, setMine] = useState<boolean | undefined>();
  const [team, setTeam] = useState<string | undefined>();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['Checkout']);
  const [facets, setFacets] = useState<Facets>({ kind: ['Search'] });
  return (
    <>
      <FilterBar
        label={design.label}
        text={text}
        count={[isMine, team].filter(Boolean).length}
        onText={setText}
        end={
          <SavedFilters
            list="design"
            search={{ ...(text && { text }) }}
            onChoose={saved => setText(String(saved.text ?? ''))}
          />
        }
      >
        <FilterFound
          label={design.oneOfMany}
          any={design.anyTeam}
          value={team}
          name={team}
          text={search}
          found={searchIn(FOUND, search)}
          onSearch={setSearch}
          onChoose={setTeam}
        />
        <CheckFilter label={design.mine} isChecked={isMine} onChange={setMine} />
      </FilterBar>
      <div className="grid gap-6 sm:grid-cols-[12rem_12rem_minmax(0,1fr)]">
        <FacetList label={design.facet} values={VALUES} chosen={chosen} onChange={setChosen} />
        <FacetPanel
          shown={['kind']}
          search={facets}
          facets={{ kind: VALUES.slice(0, 2) }}
          labels={{}}
          words={design}
          onChange={next => setFacets({ ...facets, ...next })}
        />
        <div>
          <SelectableRows
            rows={ROWS}
            mayEdit
            label={design.selected}
            countText={design.selectedCount}
            change={({ chosen: rows, onClose }) => (
              <ConfirmDialog
                title={design.remove}
                text={design.selectedCount(rows.length)}
                verb={t.common.remove}
                isBusy={false}
                onConfirm={onClose}
                onClose={onClose}
              />
            )}
            table={selection => (
              <Table
                caption={design.example}
                columns={[
                  selectColumn<(typeof ROWS)[number]>(selection!, {
                    count: ROWS.length,
                    nameOf: ({ name }) => name,
                  }),
                  {
                    key: 'name',
                    label: design.name,
                    cell: ({ id, name }) => (
                      <RowButton id={id} onOpen={say}>
                        {name}
                      </RowButton>
                    ),
                  },
                  { key: 'count', label: design.count, isNumber: true, cell: ({ count }) => count },
                ]}
                rows={ROWS}
                keyOf={({ id }) => id}
              />
            )}
          />
        </div>
      </div>
    </>
  );
}
