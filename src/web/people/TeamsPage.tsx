import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Users } from 'lucide-react';
import { useDeferredValue } from 'react';
import { ADMINISTRATORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyList } from '../ui/EmptyList.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { paging } from '../ui/paging.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { TeamDrawer } from './TeamDrawer.tsx';
import { TeamTable } from './TeamTable.tsx';

const route = getRouteApi('/inside/people/teams');

/** The teams: who is in them and what they are for. */
export function TeamsPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch() as { name?: string; open?: string };
  const name = useDeferredValue(search.name ?? '');
  const mayEdit = me.may(ADMINISTRATORS);
  const change = (next: { name?: string | undefined; open?: string | undefined }): void =>
    void navigate({ search: { ...search, ...next }, replace: 'name' in next });
  const add = (): void => change({ open: 'new' });
  useShortcut('n', t.teams.add, () => mayEdit && add());
  const list = useInfiniteQuery(
    api.teams.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 100,
        ...(name && { name }),
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  return (
    <>
      <FilterBar
        label={t.common.search}
        text={search.name}
        count={0}
        end={
          mayEdit && (
            <Button kind="primary" icon={<Plus size={15} aria-hidden />} onClick={add}>
              {t.teams.add}
            </Button>
          )
        }
        onText={next => change({ name: next })}
      />
      <ListFrame
        list={list}
        empty={
          <EmptyList
            icon={Users}
            words={t.teams}
            action={mayEdit && <Button onClick={add}>{t.teams.add}</Button>}
            onClear={name ? () => void navigate({ search: {} }) : undefined}
          />
        }
      >
        {teams => <TeamTable teams={teams} onOpen={open => change({ open })} />}
      </ListFrame>
      {search.open && (
        <TeamDrawer
          key={search.open}
          id={search.open === 'new' ? null : search.open}
          mayEdit={mayEdit}
          onClose={() => change({ open: undefined })}
        />
      )}
    </>
  );
}
