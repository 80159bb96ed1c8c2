import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Network, Plus } from 'lucide-react';
import { useDeferredValue } from 'react';
import { KEEPERS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyList } from '../ui/EmptyList.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { Page } from '../ui/Page.tsx';
import { paging } from '../ui/paging.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { ServiceDrawer } from './ServiceDrawer.tsx';
import { ServiceFilters, type ServiceSearch } from './ServiceFilters.tsx';
import { ServiceTable } from './ServiceTable.tsx';

const route = getRouteApi('/inside/services');

/** The catalogue: find a service, see who owns it and what it needs, add and change. */
export function ServicesPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch() as ServiceSearch;
  const { name, tier, ownerTeamId } = useDeferredValue(search);
  const isFiltered = Boolean(name || tier || ownerTeamId);
  const mayEdit = me.may(KEEPERS);

  const change = (next: Partial<Record<keyof ServiceSearch, string | undefined>>): void =>
    void navigate({ search: { ...search, ...next }, replace: !('open' in next) });
  const add = (): void => change({ open: 'new' });
  useShortcut('n', t.services.add, () => mayEdit && add());

  const list = useInfiniteQuery(
    api.services.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 100,
        ...(name && { name: String(name) }),
        ...(tier && { tier: Number(tier) }),
        ...(ownerTeamId && { ownerTeamId }),
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
    }),
  );

  return (
    <Page
      title={t.services.title}
      lead={t.services.lead}
      actions={
        mayEdit && (
          <Button kind="primary" icon={<Plus size={15} aria-hidden />} onClick={add}>
            {t.services.add}
          </Button>
        )
      }
    >
      <ServiceFilters search={search} onChange={change} />
      <ListFrame
        list={list}
        empty={
          <EmptyList
            icon={Network}
            words={t.services}
            action={mayEdit && <Button onClick={add}>{t.services.add}</Button>}
            onClear={isFiltered ? () => void navigate({ search: {} }) : undefined}
          />
        }
      >
        {services => <ServiceTable services={services} onOpen={id => change({ open: id })} />}
      </ListFrame>
      {search.open && (
        <ServiceDrawer
          key={search.open}
          id={search.open === 'new' ? null : search.open}
          mayEdit={mayEdit}
          onClose={() => change({ open: undefined })}
        />
      )}
    </Page>
  );
}
