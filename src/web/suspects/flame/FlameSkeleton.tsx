import { t } from '../../messages/index.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The shape that most graphs have, by its rows. */
const WIDTHS = ['w-full', 'w-11/12', 'w-10/12', 'w-9/12', 'w-8/12', 'w-6/12', 'w-5/12', 'w-3/12'];

/** A flame graph on its way. */
export function FlameSkeleton() {
  return (
    <div
      role="status"
      aria-label={t.common.loading}
      className="flex h-96 flex-col gap-1 rounded border border-line p-1"
    >
      {WIDTHS.map(width => (
        <Skeleton key={width} className={`h-6 ${width}`} />
      ))}
    </div>
  );
}
