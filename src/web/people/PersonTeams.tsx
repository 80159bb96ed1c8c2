import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import type { Person } from './person.ts';
import { useMembership, withChange } from './useMembership.ts';

/** The teams of a person; each change holds at once. */
export function PersonTeams({ person }: { person: Person }) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text);
  const teams = useQuery(
    api.teams.list.queryOptions({
      input: { limit: 30, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  const membership = useMembership();
  const guess = membership.isPending ? membership.variables : undefined;
  const change = (to: 'addMember' | 'removeMember') => (team: Found) =>
    membership.mutate({ team, person, change: to });
  return (
    <PickFound
      label={t.people.teams}
      hint={t.teams.membersHint}
      placeholder={t.people.addTeam}
      chosen={guess ? withChange(person.teams, guess.team, guess.change) : person.teams}
      found={teams.data?.items ?? []}
      text={text}
      onSearch={setText}
      onAdd={change('addMember')}
      onRemove={change('removeMember')}
    />
  );
}
