import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import type { Team } from './person.ts';
import { useFoundPeople } from './useFoundPeople.ts';
import { useMembership, withChange } from './useMembership.ts';

/** Who is in a team; each change holds at once. */
export function TeamMembers({ team, mayEdit }: { team: Team; mayEdit: boolean }) {
  const membership = useMembership();
  const guess = membership.isPending ? membership.variables : undefined;
  const change = (to: 'addMember' | 'removeMember') => (person: Found) =>
    membership.mutate({ team, person, change: to });
  return (
    <PickFound
      {...useFoundPeople()}
      label={t.teams.members}
      hint={mayEdit ? t.teams.membersHint : ''}
      placeholder={t.teams.addMember}
      chosen={guess ? withChange(team.members, guess.person, guess.change) : team.members}
      onAdd={change('addMember')}
      onRemove={change('removeMember')}
      isReadOnly={!mayEdit}
    />
  );
}
