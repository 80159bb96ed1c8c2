import { Inbox } from 'lucide-react';
import { design } from '../../messages/en/design.ts';
import { Button } from '../Button.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorState } from '../ErrorState.tsx';
import { ListFrame } from '../ListFrame.tsx';
import { Skeleton, SkeletonRows } from '../Skeleton.tsx';

const NOBODY = { isFetchingNextPage: false, refetch() {}, fetchNextPage() {}, error: null };
const FULL = {
  ...NOBODY,
  isPending: false,
  hasNextPage: true,
  data: { pages: [{ items: design.things }] },
};

/** A list in each state that it can be in. */
export function StateExamples() {
  const empty = (
    <EmptyState
      icon={<Inbox size={28} />}
      title={design.emptyTitle}
      text={design.emptyText}
      action={<Button>{design.begin}</Button>}
    />
  );
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className="rounded border border-line p-3">
        <Skeleton className="mb-3 h-5 w-1/3" />
        <SkeletonRows count={3} />
      </div>
      <div className="rounded border border-line p-3">
        <ListFrame list={FULL} empty={empty}>
          {items => (
            <ul>
              {items.map(item => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </ListFrame>
      </div>
      <div className="rounded border border-line">{empty}</div>
      <div className="rounded border border-line">
        <ErrorState error={new Error('offline')} onRetry={() => {}} />
      </div>
    </div>
  );
}
