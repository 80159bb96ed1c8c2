import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ACTION_STATES, nextActionState } from '../../core/lifecycle/action.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { paging } from '../ui/paging.ts';
import { type Action, type ListInput, TRANSITION_TO } from './action.ts';
import { BoardCard } from './BoardCard.tsx';
import { BoardColumn } from './BoardColumn.tsx';
import { usePendingMoves } from './useMoveAction.ts';
import { useMover } from './useMover.tsx';

interface ActionBoardProps {
  /** Which actions, whatever their state. */
  input: ListInput;
  /** What is said where there are none. */
  empty: ReactNode;
  mayMove: boolean;
  onOpen(id: string): void;
}

const PAGE = 40;

/** A column for each state; a card moves by drag, by keys, or by its menu. */
export function ActionBoard({ input, empty, mayMove, onOpen }: ActionBoardProps) {
  const columns: Record<Action['state'], ReturnType<typeof useColumn>> = {
    open: useColumn(input, 'open'),
    'in-progress': useColumn(input, 'in-progress'),
    done: useColumn(input, 'done'),
    verified: useColumn(input, 'verified'),
    cancelled: useColumn(input, 'cancelled'),
  };
  const pending = usePendingMoves();
  const mover = useMover();
  const [dragged, setDragged] = useState<Action | null>(null);
  useFocusAfterMove(pending);

  const all = newestOf(ACTION_STATES.flatMap(state => columns[state].actions));
  const stateOf = (action: Action): Action['state'] => pending.get(action.id) ?? action.state;
  const refusalIn = (state: Action['state']): string | undefined => {
    if (!dragged || dragged.state === state) return undefined;
    const step = nextActionState(dragged.state, TRANSITION_TO[state]);
    return 'refused' in step ? step.refused : '';
  };
  const queries = ACTION_STATES.map(state => columns[state].query);
  if (queries.every(isLost))
    return (
      <ErrorState error={queries[0]!.error} onRetry={() => queries.forEach(query => void query.refetch())} />
    );
  if (all.length === 0 && queries.every(({ isSuccess }) => isSuccess)) return empty;
  return (
    <>
      {mayMove && <p className="mb-2 text-sm text-muted">{t.actions.boardHelp}</p>}
      <div data-board className="flex items-stretch gap-3 overflow-x-auto pb-2">
        {ACTION_STATES.map(state => {
          const { query } = columns[state];
          const here = all.filter(action => stateOf(action) === state);
          return (
            <BoardColumn
              key={state}
              state={state}
              count={query.isPending ? '' : `${here.length}${query.hasNextPage ? '+' : ''}`}
              refusal={refusalIn(state)}
              isPending={query.isPending}
              error={isLost(query) ? query.error : null}
              onRetry={() => void query.refetch()}
              onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
              onDrop={() => dragged && mover.move(dragged, state)}
            >
              {here.map(action => (
                <BoardCard
                  key={action.id}
                  action={action}
                  mayMove={mayMove}
                  isMoving={pending.has(action.id)}
                  onOpen={onOpen}
                  onMove={mover.move}
                  onDrag={setDragged}
                />
              ))}
            </BoardColumn>
          );
        })}
      </div>
      {mover.dialog}
    </>
  );
}

/** Columns are fetched one by one: an action that has just moved stands in two of them for a moment. */
function newestOf(actions: readonly Action[]): Action[] {
  const byId = new Map<string, Action>();
  for (const action of actions)
    if (action.version > (byId.get(action.id)?.version ?? 0)) byId.set(action.id, action);
  return [...byId.values()];
}

/** The actions of one state. */
function useColumn(input: ListInput, state: Action['state']) {
  const query = useInfiniteQuery(
    api.actions.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...input,
        limit: PAGE,
        state: [state],
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  return { query, actions: query.data?.pages.flatMap(page => page.items) ?? [] };
}

/** A card that changed its column is another element there: it takes the focus along. */
function useFocusAfterMove(pending: ReadonlyMap<string, Action['state']>): void {
  const [id] = pending.keys();
  useEffect(() => {
    if (!id || (document.activeElement && document.activeElement !== document.body)) return;
    document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
  });
}
