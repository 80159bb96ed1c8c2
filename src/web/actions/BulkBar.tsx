import { useState } from 'react';
import { t } from '../messages/index.ts';
import { SelectionBar } from '../ui/SelectionBar.tsx';
import type { Selection } from '../ui/useSelection.ts';
import type { Action } from './action.ts';
import { BulkDialog } from './BulkDialog.tsx';

/** As many as the operation takes. */
const MOST = 200;

/** What can be done with the selected actions. */
export function BulkBar({ actions, selection }: { actions: readonly Action[]; selection: Selection }) {
  const [isOpen, setOpen] = useState(false);
  const chosen = actions.filter(({ id }) => selection.has(id));
  return (
    <>
      <SelectionBar
        label={t.actions.bulk.region}
        text={t.actions.bulk.count(chosen.length)}
        count={chosen.length}
        most={MOST}
        selection={selection}
        onChange={() => setOpen(true)}
      />
      {isOpen && chosen.length > 0 && (
        <BulkDialog
          actions={chosen}
          onClose={() => setOpen(false)}
          onTakeOut={selection.drop}
          onChanged={() => {
            setOpen(false);
            selection.clear();
          }}
        />
      )}
    </>
  );
}
