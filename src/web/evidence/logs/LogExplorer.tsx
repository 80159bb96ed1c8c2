import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { parseInstant, printInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { paging } from '../../ui/paging.ts';
import { Skeleton, SkeletonRows } from '../../ui/Skeleton.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { useZone } from '../../ui/zone.ts';
import type { ResultProps } from '../views.ts';
import { Facets } from './Facets.tsx';
import { type Counts, Histogram } from './Histogram.tsx';
import { LogBar } from './LogBar.tsx';
import { logFilter } from './logFilter.ts';
import { PatternTable } from './PatternTable.tsx';
import { RecordList } from './RecordList.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { areDaysApart } from './stampText.ts';
import { useLogAddress } from './useLogAddress.ts';

/** What was read stays as it is: nothing that was asked of one reading is asked again. */
const FROZEN = { staleTime: Number.POSITIVE_INFINITY, placeholderData: <T,>(before: T) => before };
const BUCKETS = 150;
/** The most that a page may hold: few questions for a long list. */
const PAGE = 200;

/** Searches the frozen records of a reading: by text, by facet, by time, by pattern; each can be opened and cited. */
export function LogExplorer({ incidentId, readingId }: ResultProps) {
  const [address, change] = useLogAddress();
  const isWide = useMedia('(min-width: 64rem)');
  const filter = useMemo(() => logFilter(incidentId, readingId, address), [incidentId, readingId, address]);
  // The list is asked for first: it is what one waits for.
  const list = useInfiniteQuery(
    api.records.search.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...filter,
        limit: PAGE,
        order: address.order,
        ...(cursor && { cursor }),
      }),
      ...paging,
      ...FROZEN,
    }),
  );
  const facets = useQuery(api.records.facets.queryOptions({ input: filter, ...FROZEN }));
  const histogram = useQuery(
    api.records.histogram.queryOptions({ input: { ...filter, buckets: BUCKETS }, ...FROZEN }),
  );
  const records = useMemo(() => list.data?.pages.flatMap(page => page.items) ?? [], [list.data]);
  const { fetchNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  const error = list.error ?? facets.error ?? histogram.error;
  const narrow = <Facets counts={facets.data} address={address} onChange={change} />;
  const count = facets.data?.records;
  const hasDays = useHasDays(histogram.data);
  return (
    <div className="flex flex-col gap-3">
      <LogBar incidentId={incidentId} address={address} onChange={change} />
      {histogram.data ? (
        <Histogram counts={histogram.data} onSelect={(from, to) => change({ from, to })} />
      ) : (
        <Skeleton className="h-[4.75rem] w-full" />
      )}
      <p role="status" className="tabular text-sm text-muted">
        {count !== undefined && t.evidence.logs.count(count)}
        {histogram.data && histogram.data.withoutTime > 0 && (
          <> · {t.evidence.withoutTime(histogram.data.withoutTime)}</>
        )}
      </p>
      {!isWide && (
        <details className="rounded border border-line bg-panel px-3 py-1.5">
          <summary className="flex min-h-6 items-center gap-2">
            <SlidersHorizontal size={14} aria-hidden /> {t.common.filter}
          </summary>
          <div className="max-h-[50dvh] overflow-y-auto pt-2 pr-1">{narrow}</div>
        </details>
      )}
      {error && <ErrorState error={error} onRetry={() => void list.refetch()} />}
      <div className="flex items-start gap-4">
        {isWide && (
          <div className="h-[max(24rem,calc(100dvh-13rem))] w-56 shrink-0 overflow-y-auto pr-1">{narrow}</div>
        )}
        <div className="h-[max(24rem,calc(100dvh-13rem))] min-w-0 flex-1 overflow-hidden rounded border border-line bg-panel">
          {address.by === 'patterns' ? (
            <PatternTable filter={filter} hasDays={hasDays} onChange={change} />
          ) : list.isPending ? (
            <SkeletonRows count={12} />
          ) : records.length === 0 && !error ? (
            <EmptyState
              title={t.evidence.logs.noneTitle}
              text={t.evidence.logs.noneText}
              action={
                <Button
                  onClick={() =>
                    change({
                      text: '',
                      path: [],
                      line: undefined,
                      level: [],
                      service: [],
                      source: [],
                      host: [],
                      kind: [],
                      from: undefined,
                      to: undefined,
                      traceId: undefined,
                    })
                  }
                >
                  {t.evidence.logs.showAll}
                </Button>
              }
            />
          ) : (
            <RecordList
              // Another question is answered from the top.
              key={JSON.stringify(filter) + address.order}
              records={records}
              hasMore={list.hasNextPage}
              onMore={more}
              wanted={address.text}
              hasDays={hasDays}
              open={address.record}
              onOpen={(record, as) => change({ record }, as)}
            />
          )}
        </div>
        {address.record !== undefined && (
          <RecordPanel
            incidentId={incidentId}
            readingId={readingId}
            number={address.record}
            onOpen={record => change({ record }, 'replace')}
            onClose={() => change({ record: undefined })}
          />
        )}
      </div>
    </div>
  );
}

/** Whether the records that are looked at are of several days. */
function useHasDays(counts: Counts | undefined): boolean {
  const zone = useZone();
  if (!counts?.from) return false;
  const end = printInstant(parseInstant(counts.from) + counts.counts.length * counts.bucketUs);
  return areDaysApart(counts.from, end, zone);
}
