import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { ErrorState } from './ErrorState.tsx';
import { SkeletonRows } from './Skeleton.tsx';
import { useRowWalk } from './useRowWalk.ts';

/** What is needed of an infinite query. */
interface Listing<Item> {
  data: { pages: readonly { items: readonly Item[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch(): unknown;
  fetchNextPage(): unknown;
}

interface ListFrameProps<Item> {
  list: Listing<Item>;
  /** What is said where there is nothing. */
  empty: ReactNode;
  children(items: readonly Item[]): ReactNode;
}

/** A list in whatever state it is: on its way, refused, empty, or there, with more to ask for; walked by `j` and `k`. */
export function ListFrame<Item>({ list, empty, children }: ListFrameProps<Item>) {
  useRowWalk();
  if (list.isPending) return <SkeletonRows />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap(page => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {list.hasNextPage && (
        <Button className="mt-3" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.common.loadMore}
        </Button>
      )}
    </>
  );
}
