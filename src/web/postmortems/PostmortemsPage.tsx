import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileText, Plus } from 'lucide-react';
import { useDeferredValue } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyList } from '../ui/EmptyList.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { Page } from '../ui/Page.tsx';
import { paging } from '../ui/paging.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { OpenPostmortem } from './OpenPostmortem.tsx';
import { PostmortemFilters } from './PostmortemFilters.tsx';
import { PostmortemTable } from './PostmortemTable.tsx';
import { isNarrowed, type PostmortemSearch, type SearchChange, toInput } from './postmortemSearch.ts';

const route = getRouteApi('/inside/postmortems');

/** Postmortems, the last changed first. */
export function PostmortemsPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch() as PostmortemSearch;
  const filters = useDeferredValue(search);
  const isFiltered = isNarrowed(filters);
  const mayOpen = me.may(CONTRIBUTORS);
  const change = (next: SearchChange): void =>
    void navigate({ search: { ...search, ...next }, replace: !('open' in next) });
  const open = (): void => change({ open: 'new' });
  useShortcut('n', t.postmortems.open, () => mayOpen && open());

  const list = useInfiniteQuery(
    api.postmortems.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...toInput(filters), ...(cursor && { cursor }) }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  const button = mayOpen && (
    <Button kind="primary" icon={<Plus size={15} aria-hidden />} onClick={open}>
      {t.postmortems.open}
    </Button>
  );
  return (
    <Page title={t.postmortems.title} lead={t.postmortems.lead} actions={button}>
      <PostmortemFilters search={search} onChange={change} />
      <ListFrame
        list={list}
        empty={
          <EmptyList
            icon={FileText}
            words={t.postmortems}
            action={button}
            onClear={isFiltered ? () => void navigate({ search: {} }) : undefined}
          />
        }
      >
        {postmortems => <PostmortemTable postmortems={postmortems} />}
      </ListFrame>
      {search.open && mayOpen && (
        <OpenPostmortem
          onClose={() => change({ open: undefined })}
          onOpened={id => void navigate({ to: '/postmortems/$id', params: { id } })}
        />
      )}
    </Page>
  );
}
