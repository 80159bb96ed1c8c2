import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import type { Action } from './action.ts';
import { BulkDialog } from './BulkDialog.tsx';
import type { Selection } from './useSelection.ts';

/** As many as the operation takes. */
const MOST = 200;

/** What can be done with the selected actions; `e` changes them, Escape lets them go. */
export function BulkBar({ actions, selection }: { actions: readonly Action[]; selection: Selection }) {
  const [isOpen, setOpen] = useState(false);
  const chosen = actions.filter(({ id }) => selection.has(id));
  const isTooMany = chosen.length > MOST;
  useShortcut('e', t.actions.keys.change, () => chosen.length > 0 && !isTooMany && setOpen(true));
  useShortcut('Escape', '', selection.clear);
  if (chosen.length === 0) return null;
  return (
    <section
      aria-label={t.actions.bulk.region}
      className="no-print sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded border border-line bg-raised py-1.5 pl-4 pr-1.5 shadow-float"
    >
      <span role="status" className="mr-2">
        {t.actions.bulk.count(chosen.length)}
        {isTooMany && <span className="ml-2 text-warn">{t.actions.bulk.most(MOST)}</span>}
      </span>
      <Button kind="primary" disabled={isTooMany} onClick={() => setOpen(true)}>
        {t.actions.bulk.change}
      </Button>
      <Button kind="quiet" onClick={selection.clear}>
        {t.actions.bulk.clear}
      </Button>
      {isOpen && (
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
    </section>
  );
}
