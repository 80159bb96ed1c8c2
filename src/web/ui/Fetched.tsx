import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { isLost } from './isLost.ts';
import { SkeletonRows } from './Skeleton.tsx';

interface FetchedProps<Data> {
  query: { data: Data | undefined; error: unknown; isLoading: boolean; refetch(): unknown };
  /** How many rows it will be like. */
  rows?: number;
  children(data: Data): ReactNode;
}

/** One thing that is fetched, in whatever state it is: on its way, refused, or there. */
export function Fetched<Data>({ query, rows = 5, children }: FetchedProps<Data>) {
  if (isLost(query)) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data !== undefined) return children(query.data);
  return query.isLoading && <SkeletonRows count={rows} />;
}
