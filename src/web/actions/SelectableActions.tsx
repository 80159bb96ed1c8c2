import { t } from '../messages/index.ts';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { useSelection } from '../ui/useSelection.ts';
import { ActionTable } from './ActionTable.tsx';
import type { Action } from './action.ts';
import { BulkBar } from './BulkBar.tsx';

interface SelectableActionsProps {
  actions: readonly Action[];
  mayEdit: boolean;
  isOfOneIncident?: boolean;
  onOpen(id: string): void;
}

/** A table of actions of which several can be changed together. */
export function SelectableActions({
  actions,
  mayEdit,
  isOfOneIncident = false,
  onOpen,
}: SelectableActionsProps) {
  const selection = useSelection(actions.map(({ id }) => id));
  useRowKeys({ labels: t.selection.keys, onSelect: id => mayEdit && selection.toggle(id) });
  return (
    <>
      <ActionTable
        actions={actions}
        selection={mayEdit ? selection : null}
        isOfOneIncident={isOfOneIncident}
        onOpen={onOpen}
      />
      {mayEdit && <BulkBar actions={actions} selection={selection} />}
    </>
  );
}
