import { type ReactNode, useId } from 'react';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { Action } from './action.ts';

interface BoardColumnProps {
  state: Action['state'];
  /** `40+` while there are more to fetch. */
  count: string;
  /** Why the card that is dragged cannot come here; empty when it can; undefined while none is dragged. */
  refusal: string | undefined;
  isPending: boolean;
  error: unknown;
  onRetry(): void;
  /** Fetches more; undefined when all are here. */
  onMore: (() => void) | undefined;
  onDrop(): void;
  children: ReactNode;
}

/** One state of the board. While a card is dragged it says whether the card may come here, and why not. */
export function BoardColumn({
  state,
  count,
  refusal,
  isPending,
  error,
  onRetry,
  onMore,
  onDrop,
  children,
}: BoardColumnProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      data-column={state}
      onDragOver={event => {
        if (refusal === undefined) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = refusal ? 'none' : 'move';
      }}
      onDrop={event => {
        event.preventDefault();
        onDrop();
      }}
      className={cx(
        'flex min-h-40 w-72 shrink-0 flex-col gap-2 rounded border bg-sunken p-2 xl:w-auto xl:min-w-0 xl:flex-1',
        refusal === '' ? 'border-accent' : 'border-line',
      )}
    >
      <header className="px-1">
        <h2 id={id} className="flex items-baseline gap-2 font-semibold">
          {t.actions.state[state]}
          <span className="tabular text-sm font-normal text-muted">{count}</span>
        </h2>
        <p className={cx('text-sm', refusal ? 'text-warn' : 'text-muted')}>
          {refusal || t.actions.stateText[state]}
        </p>
      </header>
      {isPending && <Skeleton className="h-20 w-full" />}
      {Boolean(error) && <ErrorState error={error} onRetry={onRetry} />}
      <ol className="flex flex-col gap-2">{children}</ol>
      {onMore && (
        <Button size="small" kind="quiet" className="self-center" onClick={onMore}>
          {t.common.loadMore}
        </Button>
      )}
    </section>
  );
}
