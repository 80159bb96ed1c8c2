import { randomUUIDv7 } from 'node:crypto';
import { findSeenIncident } from '../platform/access/enterIncident.ts';
import { lockPostmortem } from '../platform/access/enterPostmortem.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { aboutAction, expectOwnerSees, remeasureAll } from './changeAction.ts';
import { type ActionFields, checkPlan, planPriority } from './planColumns.ts';
import * as store from './store.ts';

export interface Place {
  /** An id, or a number such as `INC-12`. */
  incidentId: string;
  postmortemId: string | null;
  findingId: string | null;
}

/** Where an action hangs: what a finding belongs to is known by it. */
async function placeOf(context: OperationContext, { incidentId: ref, postmortemId, findingId }: Place) {
  const { id: incidentId } = await findSeenIncident(context, ref);
  const ofFinding =
    findingId === null ? undefined : await store.findPlaceOfFinding(context.db, context.actor, findingId);
  const place = postmortemId ?? ofFinding?.postmortemId ?? null;
  const postmortem = place === null ? null : await lockPostmortem(context, place);
  if (findingId !== null && (ofFinding === undefined || ofFinding.postmortemId !== postmortem?.id))
    refuse('invalid', 'This postmortem has no such finding. List its findings and choose one.');
  if (postmortem !== null && postmortem.incidentId !== incidentId)
    refuse('invalid', 'This postmortem is of another incident. Leave out one of the two.');
  return { incidentId, postmortemId: place, findingId };
}

/**
 * Adds an action.
 *
 * @throws not_found when the actor does not see where it is to hang; invalid when the parts do not fit together
 */
export async function addAction(
  context: OperationContext,
  { incidentId, postmortemId, findingId, priorityFacts, priorityOverride, ...fields }: ActionFields & Place,
): Promise<store.ActionRow> {
  const { db, actor, now } = context;
  const place = await placeOf(context, { incidentId, postmortemId, findingId });
  if (fields.verification) checkPlan(fields.verification);
  const id = randomUUIDv7();
  await store.insertAction(db, {
    overridePriority: null,
    overrideNote: null,
    overrideBy: null,
    overrideAt: null,
    ...fields,
    ...planPriority(context, { priorityFacts, priorityOverride }),
    ...place,
    id,
    state: 'open',
    createdBy: actor.id || null,
    at: now,
  });
  await expectOwnerSees(context, id, fields.ownerId);
  await remeasureAll(context, [place.postmortemId]);
  const after = (await store.findAction(db, SYSTEM, id))!;
  await context.record({ ...aboutAction(after), after });
  return after;
}
