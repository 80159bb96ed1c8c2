import { api } from '../api.ts';
import { sayError } from '../ui/Toasts.tsx';
import type { Action } from './action.ts';

/** Gives actions the owner and due day back that they had; those that were alike go together. */
export async function putBack(before: readonly Action[]): Promise<void> {
  const alike = Map.groupBy(before, ({ owner, dueOn }) => `${owner?.id} ${dueOn}`);
  try {
    for (const group of alike.values())
      await api.actions.editMany.call({
        items: group.map(({ id }) => ({ id })),
        ownerId: group[0]?.owner?.id ?? null,
        dueOn: group[0]?.dueOn ?? null,
      });
  } catch (error) {
    sayError(error);
  }
}
