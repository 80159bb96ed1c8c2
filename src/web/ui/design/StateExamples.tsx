import { Inbox } from 'lucide-react';
import { design } from '../../messages/en/design.ts';
import { Button } from '../Button.tsx';
import { EmptyList } from '../EmptyList.tsx';
import { Fetched } from '../Fetched.tsx';
import { ListFrame } from '../ListFrame.tsx';
import { Skeleton, SkeletonRows } from '../Skeleton.tsx';

const NOBODY = { isFetchingNextPage: false, refetch() {}, fetchNextPage() {}, error: null };
const FULL = {
  ...NOBODY,
  isPending: false,
  hasNextPage: true,
  data: { pages: [{ items: design.things }] },
};

const LOST = { data: undefined, error: new Error('offline'), isLoading: false, refetch() {} };

/** A list in each state that it can be in. */
export function StateExamples() {
  const empty = (
    <EmptyList icon={Inbox} words={design} action={<Button>{design.begin}</Button>} onClear={undefined} />
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
        <EmptyList icon={Inbox} words={design} onClear={() => {}} />
      </div>
      <div className="rounded border border-line">
        <Fetched query={LOST}>{() => null}</Fetched>
      </div>
    </div>
  );
}
