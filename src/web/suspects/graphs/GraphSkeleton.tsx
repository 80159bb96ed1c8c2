import { t } from '../../messages/index.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** A graph on its way: as high as one that is there. */
export function GraphSkeleton() {
  return (
    <div role="status" aria-label={t.common.loading} className="min-w-0">
      <div className="flex h-5 items-center">
        <Skeleton className="h-3 w-40" />
      </div>
      <Skeleton className="h-[132px] w-full" />
    </div>
  );
}
