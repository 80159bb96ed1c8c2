import type { Hit } from './hit.ts';

/** Where a hit is read: a path and what the address says beside it. */
export function linkOf({ kind, id, incident }: Pick<Hit, 'kind' | 'id' | 'incident'>) {
  const links = {
    incident: { to: `/incidents/${incident.number}`, search: {} },
    postmortem: { to: `/postmortems/${id}`, search: {} },
    action: { to: '/actions', search: { open: id } },
  } satisfies Record<Hit['kind'], { to: string; search: object }>;
  return links[kind];
}
