import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import type { Team } from './person.ts';
import { useMembership, withChange } from './useMembership.ts';

/** Who is in a team; each change holds at once. */
export function TeamMembers({ team, mayEdit }: { team: Team; mayEdit: boolean }) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text);
  const people = useQuery(
    api.people.list.queryOptions({
      input: { limit: 30, isDisabled: false, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  const membership = useMembership();
  const guess = membership.isPending ? membership.variables : undefined;
  const change = (to: 'addMember' | 'removeMember') => (person: Found) =>
    membership.mutate({ team, person, change: to });
  return (
    <PickFound
      label={t.teams.members}
      hint={mayEdit ? t.teams.membersHint : ''}
      placeholder={t.teams.addMember}
      chosen={guess ? withChange(team.members, guess.person, guess.change) : team.members}
      found={(people.data?.items ?? []).map(({ id, name, email }) => ({ id, name, detail: email }))}
      text={text}
      onSearch={setText}
      onAdd={change('addMember')}
      onRemove={change('removeMember')}
      isReadOnly={!mayEdit}
    />
  );
}
