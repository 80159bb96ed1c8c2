import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Flame, Search, Siren } from 'lucide-react';
import { useDeferredValue } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Page } from '../ui/Page.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { DeclareDialog } from './DeclareDialog.tsx';
import { IncidentFilters, type IncidentSearch } from './IncidentFilters.tsx';
import { IncidentTable } from './IncidentTable.tsx';

const route = getRouteApi('/inside/incidents');

type ListInput = Parameters<typeof api.incidents.list.call>[0];

/** The operation's input that a state of the address asks for. */
const toInput = ({ title, show, severity, serviceId, mine, sort }: IncidentSearch): ListInput => ({
  limit: 50,
  ...(title && { title }),
  ...(show !== 'all' && { isOpen: show !== 'closed' }),
  ...(severity && { severity: [severity as 'sev1'] }),
  ...(serviceId && { serviceId: [serviceId] }),
  ...(mine && { isMine: true }),
  ...(sort && { sort: sort as 'newest' }),
});

/** Incidents: find, filter, declare. */
export function IncidentsPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch() as IncidentSearch;
  const filters = useDeferredValue(search);
  const mayDeclare = me.may(CONTRIBUTORS);
  const isFiltered = Boolean(search.title || search.severity || search.serviceId || search.mine);

  const change = (next: Partial<Record<keyof IncidentSearch, string | boolean | undefined>>): void =>
    void navigate({ search: { ...search, ...next }, replace: !('declare' in next) });
  useShortcut('n', t.incidents.declare, () => mayDeclare && change({ declare: true }));

  const list = useInfiniteQuery(
    api.incidents.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...toInput(filters), ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: before => before,
    }),
  );
  const items = list.data?.pages.flatMap(page => page.items) ?? [];
  const declare = (
    <Button kind="primary" icon={<Siren size={15} aria-hidden />} onClick={() => change({ declare: true })}>
      {t.incidents.declare}
    </Button>
  );
  return (
    <Page title={t.incidents.title} lead={t.incidents.lead} actions={mayDeclare && declare}>
      <IncidentFilters
        search={search}
        onChange={change}
        onReplace={next => void navigate({ search: { ...next } })}
      />
      {list.isPending && <SkeletonRows />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState
          icon={isFiltered ? <Search size={28} /> : <Flame size={28} />}
          title={isFiltered ? t.incidents.noMatchTitle : t.incidents.emptyTitle}
          text={isFiltered ? t.incidents.noMatchText : t.incidents.emptyText}
          action={!isFiltered && mayDeclare && declare}
        />
      )}
      {items.length > 0 && <IncidentTable incidents={items} />}
      {list.hasNextPage && (
        <Button className="mt-3" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.common.loadMore}
        </Button>
      )}
      <DeclareDialog isOpen={search.declare ?? false} onClose={() => change({ declare: undefined })} />
    </Page>
  );
}
