import { t } from '../messages/index.ts';
import { cx } from './cx.ts';

/** The shape of what is coming, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx('animate-pulse rounded bg-line/70', className ?? 'h-4 w-40')} />;
}

const WIDTHS = ['w-1/3', 'w-1/2', 'w-2/5', 'w-3/5', 'w-1/4'];

/** Rows of a list that is on its way. */
export function SkeletonRows({ count = 8 }: { count?: number }) {
  return (
    <div role="status" aria-label={t.common.loading} className="divide-y divide-line">
      {Array.from({ length: count }, (_, row) => row).map(row => (
        <div key={row} className="flex h-11 items-center gap-6 px-3">
          <Skeleton className={cx('h-3.5', WIDTHS[row % WIDTHS.length])} />
          <Skeleton className="h-3.5 w-20" />
        </div>
      ))}
    </div>
  );
}
