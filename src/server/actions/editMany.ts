import { ORPCError } from '@orpc/server';
import type { ActionTransition } from '../../core/lifecycle/action.ts';
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
  const issues: { path: string; message: string }[] = [];
  const changed: ActionRow[] = [];

  for (const [i, item] of items.entries()) {
    const problem = await problemOf(async () => {
      if (!locked.has(item.id)) refuse('not_found', 'There is no such action, or you may not see it.');
      const after = await changeLocked(context, item.id, async before => {
        if (item.version !== undefined && item.version !== before.version)
          refuse('conflict', `Somebody changed it in the meantime: it is at version ${before.version} now.`);
        return { ...fields, ...(move && (await planMove(context, before, move))) };
      });
      changed.push(after);
    });
    if (problem !== undefined) issues.push({ path: `/items/${i}`, message: problem });
  }

  if (issues.length > 0)
    refuse(
      'conflict',
      `Nothing was changed, because ${issues.length} of ${items.length} actions cannot be changed so. Take them out, or correct them.`,
      { issues },
    );
  await remeasureAll(
    context,
    changed.map(({ postmortemId }) => postmortemId),
  );
  return changed;
}

/** Why a change was refused; undefined when it was made. */
async function problemOf(change: () => Promise<void>): Promise<string | undefined> {
  try {
    await change();
    return undefined;
  } catch (error) {
    // Only our own refusals: after an error of the database its transaction takes no further statement.
    if (error instanceof ORPCError) return error.message;
    throw error;
  }
}
