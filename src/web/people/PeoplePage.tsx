import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';

import { Users } from 'lucide-react';
import { useDeferredValue } from 'react';
import type { Role } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { EmptyList } from '../ui/EmptyList.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { paging } from '../ui/paging.ts';
import { InviteButton } from './InviteButton.tsx';
import { PeopleFilters, type PeopleSearch } from './PeopleFilters.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';

const route = getRouteApi('/inside/people/');

type ListInput = Parameters<typeof api.people.list.call>[0];

/** The operation's input that a state of the address asks for. */
const toInput = ({ name, role, teamId, show }: PeopleSearch): ListInput => ({
  limit: 100,
  ...(name && { name }),
  ...(role && { role: role as Role }),
  ...(teamId && { teamId }),
  ...(show !== 'all' && { isDisabled: show === 'disabled' }),
});

/** Everyone with an account: find them, see what they may do, change it. */
export function PeoplePage() {
  const navigate = route.useNavigate();
  const search = route.useSearch() as PeopleSearch;
  const filters = useDeferredValue(search);
  const change = (next: Partial<Record<keyof PeopleSearch, string | undefined>>): void =>
    void navigate({ search: { ...search, ...next }, replace: !('open' in next) });
  const list = useInfiniteQuery(
    api.people.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...toInput(filters), ...(cursor && { cursor }) }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  return (
    <>
      <PeopleFilters search={search} onChange={change} actions={<InviteButton />} />
      <ListFrame
        list={list}
        empty={
          <EmptyList
            icon={Users}
            words={{ ...t.people, emptyTitle: t.people.noMatchTitle, emptyText: t.people.noMatchText }}
            onClear={() => void navigate({ search: {} })}
          />
        }
      >
        {people => <PeopleTable people={people} onOpen={open => change({ open })} />}
      </ListFrame>
      {search.open && (
        <PersonDrawer key={search.open} id={search.open} onClose={() => change({ open: undefined })} />
      )}
    </>
  );
}
