import {
  type InfiniteData,
  type QueryClient,
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query';
import type { ActionState, ActionTransition } from '../../core/lifecycle/action.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { say, sayError } from '../ui/Toasts.tsx';
import { type Action, TRANSITION_TO } from './action.ts';

/** One step on an action's course. */
export interface Move {
  action: Pick<Action, 'id' | 'version' | 'title' | 'state'>;
  to: ActionState;
  /** The reason, or what evidence was seen. */
  note?: string;
}

const KEY = ['actions', 'move'];

/** What takes a step back at once, from the state that it led to; where nothing is listed, the step stays. */
const WAY_BACK: Partial<Record<ActionState, Partial<Record<ActionState, readonly ActionTransition[]>>>> = {
  open: { done: ['reopen'], cancelled: ['reopen'] },
  'in-progress': { done: ['reopen', 'start'], cancelled: ['reopen', 'start'] },
};

/** Moves an action; the screen shows it in its new state at once, and where it was when the server refuses. */
export function useMoveAction() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.actions.key() });
  const takeBack = async (id: string, steps: readonly ActionTransition[]): Promise<void> => {
    try {
      for (const step of steps) await api.actions[step].call({ id, note: t.actions.takenBack });
    } catch (error) {
      sayError(error);
    }
    await refresh();
  };
  return useMutation({
    mutationKey: KEY,
    mutationFn: ({ action: { id, version }, to, note = '' }: Move) =>
      api.actions[TRANSITION_TO[to]].call({ id, note }, { context: { ifMatch: version } }),
    onSuccess: (moved, { action }) => {
      const { id, title, state } = moved;
      showMoved(queryClient, moved);
      const steps = WAY_BACK[action.state]?.[state];
      say(
        t.actions.moved(title, t.actions.state[state] ?? state),
        steps && { undo: () => void takeBack(id, steps) },
      );
      void refresh();
    },
    onError: error => {
      sayError(error);
      void refresh();
    },
  });
}

type Pages = InfiniteData<{ items: readonly Action[] }>;

/** Puts an action as it is now into the lists that hold it, so that nothing jumps back until they are fetched again. */
function showMoved(queryClient: QueryClient, moved: Action): void {
  queryClient.setQueriesData<Pages>(
    { queryKey: api.actions.list.key({ type: 'infinite' }) },
    data =>
      data && {
        ...data,
        pages: data.pages.map(page => ({
          ...page,
          items: page.items.map(action => (action.id === moved.id ? moved : action)),
        })),
      },
  );
}

/** States that actions are on their way to, by id. */
export function usePendingMoves(): ReadonlyMap<string, ActionState> {
  const moves = useMutationState({
    filters: { mutationKey: KEY, status: 'pending' },
    select: mutation => mutation.state.variables as Move,
  });
  return new Map(moves.map(({ action, to }) => [action.id, to]));
}
