import { aboutPostmortem } from '../platform/access/enterPostmortem.ts';
import { loadActor } from '../platform/auth/loadActor.ts';
import type { Changes } from '../platform/db/changes.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { remeasure } from '../postmortems/measureStore.ts';
import * as store from './store.ts';

/** What an audit event about an action is tied to: as its postmortem is, or else its incident. */
export const aboutAction = ({ id, incident, isPostmortemRestricted }: store.ActionRow) => ({
  ...aboutPostmortem({ id, incidentId: incident.id, isRestricted: isPostmortemRestricted ?? false }),
  subject: { kind: 'action', id },
});

/** Puts on record that an action of something restricted was seen; what everyone may see leaves no trace. */
export async function recordActionView(
  context: OperationContext,
  ...rows: readonly store.ActionRow[]
): Promise<void> {
  const restricted = rows.filter(row => row.isIncidentRestricted || row.isPostmortemRestricted);
  await context.record(...restricted.map(aboutAction));
}

/**
 * Sees to it that an action's owner can sign in and sees the action; run after the write that named the owner.
 *
 * @throws invalid
 */
export async function expectOwnerSees(
  { db }: OperationContext,
  id: string,
  ownerId: string | null,
): Promise<void> {
  if (ownerId === null) return;
  const owner = await loadActor(db, ownerId);
  if (owner === null)
    refuse('invalid', `Nobody who can sign in has the id ${ownerId}: choose somebody else.`);
  if (await store.findAction(db, owner, id)) return;
  refuse(
    'invalid',
    `${owner.name} may not see this action, because its incident or postmortem is restricted. Put them on its list first.`,
  );
}

/** Locks actions for a change; those of the ids that the actor does not see are not in the answer. */
export async function lockActions(
  { db, actor }: OperationContext,
  ids: readonly string[],
): Promise<Set<string>> {
  await store.lockPostmortemsOf(db, ids);
  return store.lockActions(db, actor, ids);
}

/** Measures the postmortems again whose actions changed. */
export async function remeasureAll(
  { db }: OperationContext,
  postmortemIds: readonly (string | null)[],
): Promise<void> {
  const ids = [...new Set(postmortemIds)].filter(id => id !== null);
  for (const id of ids) await remeasure(db, id);
}

/**
 * Changes one action that is locked, on record as it was and as it is. The postmortem is to be measured again afterwards.
 *
 * @param plan gives the columns to change, or refuses
 */
export async function changeLocked(
  context: OperationContext,
  id: string,
  plan: (before: store.ActionRow) => Changes<store.ActionColumns> | Promise<Changes<store.ActionColumns>>,
): Promise<store.ActionRow> {
  const before = (await store.findAction(context.db, SYSTEM, id))!;
  const columns = await plan(before);
  await store.updateAction(context.db, id, columns, context.now);
  if (columns.ownerId !== undefined) await expectOwnerSees(context, id, columns.ownerId);
  const after = (await store.findAction(context.db, SYSTEM, id))!;
  await context.record({ ...aboutAction(after), before, after });
  return after;
}

/**
 * Changes one action that the actor sees.
 *
 * @throws not_found when there is none, or the actor may not see it
 */
export async function changeAction(
  context: OperationContext,
  id: string,
  plan: Parameters<typeof changeLocked>[2],
): Promise<store.ActionRow> {
  const locked = await lockActions(context, [id]);
  if (!locked.has(id)) refuseAbsent('action');
  const after = await changeLocked(context, id, plan);
  await remeasureAll(context, [after.postmortemId]);
  return after;
}
