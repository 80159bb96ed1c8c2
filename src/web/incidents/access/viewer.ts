import type { api } from '../../api.ts';

export type Viewers = Awaited<ReturnType<typeof api.incidents.access.call>>;
export type Viewer = Viewers['viewers'][number];

/** One person or team, with everything that lets them see the incident. */
export interface ViewerGroup {
  id: string;
  name: string;
  isTeam: boolean;
  grounds: Viewer[];
}

/** Each person and team once, in the order of the names, people first. */
export function groupViewers(viewers: readonly Viewer[]): ViewerGroup[] {
  const groups = new Map<string, ViewerGroup>();
  for (const viewer of viewers) {
    const who = viewer.person ?? viewer.team;
    if (!who) continue;
    const group = groups.get(who.id) ?? { ...who, isTeam: viewer.team !== null, grounds: [] };
    group.grounds.push(viewer);
    groups.set(who.id, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.isTeam) - Number(b.isTeam) || a.name.localeCompare(b.name),
  );
}
