import type { Incident } from '../incident.ts';

export type PartTaken = Incident['teams'][number];
export type Part = PartTaken['part'];

/** Teams after one of them was given a part: one team owns an incident, so the owner before contributes from then on. */
export const withPart = (teams: readonly PartTaken[], teamId: string, part: Part): PartTaken[] =>
  teams.map(team => {
    if (team.id === teamId) return { ...team, part };
    return part === 'owner' && team.part === 'owner' ? { ...team, part: 'contributor' } : team;
  });

/** Teams with another one: the first to come owns the incident. */
export const withTeam = (
  teams: readonly PartTaken[],
  { id, name }: { id: string; name: string },
): PartTaken[] => [
  ...teams,
  { id, name, part: teams.some(({ part }) => part === 'owner') ? 'contributor' : 'owner' },
];
