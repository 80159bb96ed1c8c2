import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Archive, Search, SlidersHorizontal } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceBar } from '../ui/ChoiceBar.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyList } from '../ui/EmptyList.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { Page } from '../ui/Page.tsx';
import { paging } from '../ui/paging.ts';
import { ArchiveFilters } from './ArchiveFilters.tsx';
import { type ArchiveSearch, countFilters, toInput } from './archiveSearch.ts';
import { HitItem } from './HitItem.tsx';
import { useHitKeys } from './useHitKeys.ts';

const SORTS = [
  { id: 'relevance', name: t.archive.sorts.relevance },
  { id: 'newest', name: t.archive.sorts.newest },
] as const;

const route = getRouteApi('/inside/archive');

/** Search over everything that was learned: words, facets, highlighted hits. */
export function ArchivePage() {
  const navigate = route.useNavigate();
  const search = route.useSearch() as ArchiveSearch;
  const asked = useDeferredValue(search);
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const keys = useHitKeys();
  const change = (next: { [Name in keyof ArchiveSearch]?: ArchiveSearch[Name] | undefined }): void =>
    void navigate({ search: { ...search, ...next }, replace: 'text' in next });
  const list = useInfiniteQuery(
    api.search.find.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...toInput(asked), ...(cursor && { cursor }) }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  const first = list.data?.pages[0];
  const filters = countFilters(search);
  const isNarrowed = filters > 0 || Boolean(search.text);
  return (
    <Page title={t.archive.title} lead={t.archive.lead}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the controls inside, which have roles. */}
      <div onKeyDown={keys.onKeyDown}>
        <search className="mb-4 flex flex-wrap items-end gap-2.5">
          <label className="relative min-w-52 max-w-3xl flex-1">
            <span className="sr-only">{t.archive.focus}</span>
            <Search size={17} aria-hidden className="absolute left-3 top-3 text-muted" />
            <input
              ref={keys.input}
              type="search"
              // biome-ignore lint/a11y/noAutofocus: searching is what this page is for.
              autoFocus
              placeholder={t.archive.text}
              value={search.text ?? ''}
              onChange={event => change({ text: event.target.value || undefined })}
              className="h-10 w-full rounded border border-line bg-panel pl-10 pr-3 text-lg placeholder:text-muted hover:border-faint"
            />
          </label>
          <Button
            className="!h-10 lg:hidden"
            aria-expanded={areFiltersOpen}
            icon={<SlidersHorizontal size={15} aria-hidden />}
            onClick={() => setFiltersOpen(!areFiltersOpen)}
          >
            {filters > 0 ? t.archive.filterCount(filters) : t.archive.filters}
          </Button>
        </search>
        <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[15rem_minmax(0,1fr)]">
          <aside aria-label={t.archive.filters} className={cx(!areFiltersOpen && 'max-lg:hidden')}>
            <ArchiveFilters search={search} facets={first?.facets} onChange={change} />
          </aside>
          <div ref={keys.list} className={cx(list.isPlaceholderData && 'opacity-70')}>
            <div className="flex min-h-8 flex-wrap items-center gap-x-4">
              <p role="status" className="tabular text-sm text-muted">
                {first && t.archive.total(first.total)}
              </p>
              {search.text && (
                <ChoiceBar
                  label={t.archive.sort}
                  choices={SORTS}
                  chosen={search.sort ?? 'relevance'}
                  onChoose={sort => change({ sort: sort === 'newest' ? sort : undefined })}
                />
              )}
            </div>
            {first?.readAs.map(({ word, as }) => (
              <p key={word} role="status" className="text-sm text-warn">
                {t.archive.readAs(word, as)}
              </p>
            ))}
            <ListFrame
              list={list}
              empty={
                <EmptyList
                  icon={Archive}
                  words={t.archive}
                  action={<LinkButton to="/incidents">{t.archive.toIncidents}</LinkButton>}
                  onClear={isNarrowed ? () => void navigate({ search: {} }) : undefined}
                />
              }
            >
              {hits => (
                <ol>
                  {hits.map(hit => (
                    <HitItem key={`${hit.kind} ${hit.id}`} hit={hit} />
                  ))}
                </ol>
              )}
            </ListFrame>
          </div>
        </div>
      </div>
    </Page>
  );
}
