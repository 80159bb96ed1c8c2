import { usePanel } from '../ui/usePanel.ts';

/** What can open beside an incident, as the address names it. */
export type IncidentPanel = 'access' | 'times' | 'roles';

/** Which panel of an incident is open. */
export const useIncidentPanel = () => usePanel<IncidentPanel>();
