import { randomUUIDv7 } from 'node:crypto';
import type { ActionState, ActionTransition } from '../../core/lifecycle/action.ts';
import { moveAction } from '../../core/lifecycle/moveAction.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { type ActionRow, insertMove } from './store.ts';

/**
 * Moves an action along its course, as the core allows, and notes the step.
 *
 * @returns the column to change
 * @throws conflict with what to do instead
 */
export async function planMove(
  { db, actor, now }: OperationContext,
  { id, state, verification, owner }: ActionRow,
  { transition, note }: { transition: ActionTransition; note: string },
): Promise<{ state: ActionState }> {
  const step = moveAction({ state, verification, isByOwner: owner?.id === actor.id }, transition, note);
  if ('refused' in step) refuse('conflict', step.refused);
  await insertMove(db, {
    id: randomUUIDv7(),
    actionId: id,
    transition,
    fromState: state,
    toState: step.state,
    note,
    movedBy: actor.id || null,
    movedAt: now,
  });
  return step;
}
