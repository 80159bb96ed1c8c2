import { useState } from 'react';
import { t } from '../../messages/index.ts';
import { SelectionBar } from '../../ui/SelectionBar.tsx';
import { useRowKeys } from '../../ui/useRowKeys.ts';
import { useSelection } from '../../ui/useSelection.ts';
import { IncidentTable } from '../IncidentTable.tsx';
import type { Incident } from '../incident.ts';
import { ChangeManyDialog } from './ChangeManyDialog.tsx';

/** As many as the operation takes. */
const MOST = 200;

/** A table of incidents of which several can be changed together. */
export function SelectableIncidents({
  incidents,
  mayEdit,
}: {
  incidents: readonly Incident[];
  mayEdit: boolean;
}) {
  const selection = useSelection(incidents.map(({ id }) => id));
  const [isOpen, setOpen] = useState(false);
  useRowKeys({ labels: t.selection.keys, onSelect: id => mayEdit && selection.toggle(id) });
  const chosen = incidents.filter(({ id }) => selection.has(id));
  if (!mayEdit) return <IncidentTable incidents={incidents} />;
  return (
    <>
      <IncidentTable incidents={incidents} selection={selection} />
      <SelectionBar
        label={t.incidentBulk.region}
        text={t.incidentBulk.count(chosen.length)}
        count={chosen.length}
        most={MOST}
        selection={selection}
        onChange={() => setOpen(true)}
      />
      {isOpen && chosen.length > 0 && (
        <ChangeManyDialog
          incidents={chosen}
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
