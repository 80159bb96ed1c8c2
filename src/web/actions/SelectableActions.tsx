import { t } from '../messages/index.ts';
import { SelectableRows } from '../ui/SelectableRows.tsx';
import { ActionTable } from './ActionTable.tsx';
import type { Action } from './action.ts';
import { BulkDialog } from './BulkDialog.tsx';

interface SelectableActionsProps {
  actions: readonly Action[];
  mayEdit: boolean;
  isOfOneIncident?: boolean;
  onOpen(id: string): void;
}

/** A table of actions of which several can be changed together. */
export const SelectableActions = ({
  actions,
  mayEdit,
  isOfOneIncident = false,
  onOpen,
}: SelectableActionsProps) => (
  <SelectableRows
    rows={actions}
    mayEdit={mayEdit}
    label={t.actions.bulk.region}
    countText={t.actions.bulk.count}
    table={selection => (
      <ActionTable {...{ actions, isOfOneIncident, onOpen }} selection={selection ?? null} />
    )}
    change={({ chosen, ...on }) => <BulkDialog actions={chosen} {...on} />}
  />
);
