import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Network, Plus, Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import { KEEPERS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { TextField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { ServiceDrawer } from './ServiceDrawer.tsx';
import { ServiceTable } from './ServiceTable.tsx';

const route = getRouteApi('/inside/services');

/** The catalogue: find a service, see who owns it and what it needs, add and change. */
export function ServicesPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch() as { name?: string; open?: string };
  const name = useDeferredValue(search.name ?? '');
  const mayEdit = me.may(KEEPERS);

  const change = (next: { name?: string | undefined; open?: string | undefined }, replace = false) =>
    void navigate({ search: { ...search, ...next }, replace });
  const add = (): void => change({ open: 'new' });
  useShortcut('n', t.services.add, () => mayEdit && add());

  const list = useInfiniteQuery(
    api.services.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 100,
        ...(name && { name }),
        ...(cursor && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: before => before,
    }),
  );
  const items = list.data?.pages.flatMap(page => page.items) ?? [];

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
      <div className="mb-3 flex max-w-xs items-end gap-2">
        <TextField
          label={t.common.search}
          type="search"
          className="flex-1"
          value={search.name ?? ''}
          onChange={event => change({ name: event.target.value || undefined }, true)}
        />
      </div>
      {list.isPending && <SkeletonRows />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState
          icon={name ? <Search size={28} /> : <Network size={28} />}
          title={name ? t.services.noMatchTitle : t.services.emptyTitle}
          text={name ? t.services.noMatchText : t.services.emptyText}
          action={!name && mayEdit && <Button onClick={add}>{t.services.add}</Button>}
        />
      )}
      {items.length > 0 && <ServiceTable services={items} onOpen={id => change({ open: id })} />}
      {list.hasNextPage && (
        <Button className="mt-3" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.common.loadMore}
        </Button>
      )}
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
