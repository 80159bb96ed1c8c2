import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileText, Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SelectField } from '../ui/Field.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { Page } from '../ui/Page.tsx';
import { paging } from '../ui/paging.ts';
import { PostmortemTable } from './PostmortemTable.tsx';

const route = getRouteApi('/inside/postmortems');

interface PostmortemSearch {
  text?: string;
  state?: string;
  mine?: boolean;
}

/** Postmortems, the last changed first. */
export function PostmortemsPage() {
  const navigate = route.useNavigate();
  const search = route.useSearch() as PostmortemSearch;
  const { text, state, mine } = useDeferredValue(search);
  const isFiltered = Boolean(text || state || mine);
  const change = (next: Partial<Record<keyof PostmortemSearch, string | boolean | undefined>>): void =>
    void navigate({ search: { ...search, ...next }, replace: true });

  const list = useInfiniteQuery(
    api.postmortems.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        ...(text && { text }),
        ...(state && { state: [state as 'draft'] }),
        ...(mine && { isMine: true }),
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  return (
    <Page title={t.postmortems.title} lead={t.postmortems.lead}>
      <FilterBar
        label={t.postmortems.filter.text}
        text={search.text}
        count={[search.state, search.mine].filter(Boolean).length}
        onText={text => change({ text })}
      >
        <SelectField
          label={t.postmortems.filter.state}
          value={search.state ?? ''}
          onChange={event => change({ state: event.target.value || undefined })}
        >
          <option value="">{t.postmortems.filter.any}</option>
          {Object.entries(t.postmortems.state).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <label className="flex h-8 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={search.mine ?? false}
            onChange={event => change({ mine: event.target.checked || undefined })}
          />
          {t.postmortems.filter.mine}
        </label>
      </FilterBar>
      <ListFrame
        list={list}
        empty={
          <EmptyState
            icon={isFiltered ? <Search size={28} /> : <FileText size={28} />}
            title={isFiltered ? t.postmortems.noMatchTitle : t.postmortems.emptyTitle}
            text={isFiltered ? t.postmortems.noMatchText : t.postmortems.emptyText}
            action={!isFiltered && <LinkButton to="/incidents">{t.postmortems.toIncidents}</LinkButton>}
          />
        }
      >
        {postmortems => <PostmortemTable postmortems={postmortems} />}
      </ListFrame>
    </Page>
  );
}
