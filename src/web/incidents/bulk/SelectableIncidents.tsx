import { t } from '../../messages/index.ts';
import { SelectableRows } from '../../ui/SelectableRows.tsx';
import { IncidentTable } from '../IncidentTable.tsx';
import type { Incident } from '../incident.ts';
import { ChangeManyDialog } from './ChangeManyDialog.tsx';

interface SelectableIncidentsProps {
  incidents: readonly Incident[];
  mayEdit: boolean;
}

/** A table of incidents of which several can be changed together. */
export const SelectableIncidents = ({ incidents, mayEdit }: SelectableIncidentsProps) => (
  <SelectableRows
    rows={incidents}
    mayEdit={mayEdit}
    label={t.incidentBulk.region}
    countText={t.incidentBulk.count}
    table={selection => <IncidentTable incidents={incidents} selection={selection} />}
    change={({ chosen, ...on }) => <ChangeManyDialog incidents={chosen} {...on} />}
  />
);
