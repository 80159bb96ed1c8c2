import type { Incident } from './incident.ts';

export type Transition = Incident['canGo'][number];

/** The state that the screen shows until the server has answered. */
export const LEADS_TO: Record<Transition, Incident['state']> = {
  acknowledge: 'acknowledged',
  mitigate: 'mitigated',
  restore: 'restored',
  close: 'closed',
  reopen: 'acknowledged',
};
