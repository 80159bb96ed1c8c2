import { plural } from '../plural.ts';

/** Who does what in an incident, and how its times and notes came to be. */
export const incidentPeople = {
  assign: (role: string) => `Change who is ${role.toLowerCase()}`,
  person: 'Who',
  note: 'What must the next one know?',
  assigned: (name: string, role: string) => `${name} is ${role.toLowerCase()}`,
  layDown: 'Nobody any more',
  laidDown: (role: string) => `Nobody is ${role.toLowerCase()} any more`,
  history: 'Who had which role',
  historyEmpty: 'Nobody has had a role yet.',
  stillHas: 'until now',
  assignedBy: (name: string) => `assigned by ${name}`,
  teams: 'Teams that take part',
  editTeams: 'Change teams',
  teamsLead:
    'One team owns the incident; others contribute, or sit on its review board. Their members see it, also when it is restricted.',
  noTeams: 'No team takes part yet.',
  addTeam: 'Add a team',
  findTeam: 'Find by name',
  part: { owner: 'Owns it', contributor: 'Contributes', review: 'Reviews' } as Record<string, string>,
  takesPart: (team: string, part: string) => `${team} (${part})`,
  partOf: (team: string) => `Part of ${team}`,
  takeOut: (team: string) => `Take out ${team}`,
  times: 'How the times came to be',
  timesEmpty: 'No time has been noted yet.',
  corrected: (count: number) =>
    count === 1 ? 'corrected once' : `corrected ${plural(count, 'time', 'times')}`,
  cause: {
    declare: 'at the declaration',
    acknowledge: 'on acknowledging',
    mitigate: 'on marking it mitigated',
    restore: 'on marking it restored',
    close: 'on closing',
    reopen: 'taken back on reopening',
    correctTimes: 'corrected',
  } as Record<string, string>,
  notedLater: 'noted afterwards',
  versions: 'How the note read before',
  rewritten: (count: number) =>
    count === 1 ? 'rewritten once' : `rewritten ${plural(count, 'time', 'times')}`,
};
