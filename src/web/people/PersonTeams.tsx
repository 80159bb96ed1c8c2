import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import type { Person } from './person.ts';
import { useFoundTeams } from './useFoundTeams.ts';
import { useMembership, withChange } from './useMembership.ts';

/** The teams of a person; each change holds at once. */
export function PersonTeams({ person }: { person: Person }) {
  const membership = useMembership();
  const guess = membership.isPending ? membership.variables : undefined;
  const change = (to: 'addMember' | 'removeMember') => (team: Found) =>
    membership.mutate({ team, person, change: to });
  return (
    <PickFound
      {...useFoundTeams()}
      label={t.people.teams}
      hint={t.teams.membersHint}
      placeholder={t.people.addTeam}
      chosen={guess ? withChange(person.teams, guess.team, guess.change) : person.teams}
      onAdd={change('addMember')}
      onRemove={change('removeMember')}
    />
  );
}
