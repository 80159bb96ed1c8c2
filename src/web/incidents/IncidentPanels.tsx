import { AccessPanel } from './access/AccessPanel.tsx';
import type { Incident } from './incident.ts';
import { RolesPanel } from './people/RolesPanel.tsx';
import { TimesPanel } from './times/TimesPanel.tsx';
import { useIncidentPanel } from './useIncidentPanel.ts';

/** Whatever is open beside the incident, on each of its tabs. */
export function IncidentPanels({ incident }: { incident: Incident }) {
  const { panel, close } = useIncidentPanel();
  if (panel === 'access') return <AccessPanel incident={incident} onClose={close} />;
  if (panel === 'times') return <TimesPanel incidentId={incident.id} onClose={close} />;
  if (panel === 'roles') return <RolesPanel incidentId={incident.id} onClose={close} />;
  return null;
}
