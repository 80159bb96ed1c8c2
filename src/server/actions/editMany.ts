import type { ActionTransition } from '../../core/lifecycle/action.ts';
import { changeEach, expectItemVersion } from '../platform/operations/changeEach.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { changeLocked, lockActions, remeasureAll } from './changeAction.ts';
import { planMove } from './planMove.ts';
import type { ActionRow } from './store.ts';

export interface ManyEdit {
  items: readonly { id: string; version?: number | undefined }[];
  ownerId?: string | null | undefined;
  dueOn?: string | null | undefined;
  move?: { transition: ActionTransition; note: string } | undefined;
}

/**
 * Changes several actions, all or none.
 *
 * @returns the actions in the order in which they were asked for
 * @throws conflict with one issue for each action that cannot be changed so: `/items/3`
 */
export async function editMany(
  context: OperationContext,
  { items, move, ...fields }: ManyEdit,
): Promise<ActionRow[]> {
  if (new Set(items.map(({ id }) => id)).size < items.length)
    refuse('invalid', 'An action is named twice. Name each once.');
  const locked = await lockActions(
    context,
    items.map(({ id }) => id),
  );
  const changed = await changeEach(items, 'actions', item => {
    if (!locked.has(item.id)) refuse('not_found', 'There is no such action, or you may not see it.');
    return changeLocked(context, item.id, async before => {
      expectItemVersion(item, before);
      return { ...fields, ...(move && (await planMove(context, before, move))) };
    });
  });
  await remeasureAll(
    context,
    changed.map(({ postmortemId }) => postmortemId),
  );
  return changed;
}
