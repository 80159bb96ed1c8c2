import { randomUUIDv7 } from 'node:crypto';
import { endRole, findAbsentPeople, insertRoles } from '../incidents/roles/store.ts';
import { lockIncident, updateIncident } from '../incidents/store.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import type { PostmortemRow } from './store.ts';

const ROLE = 'postmortemOwner';

/**
 * Hands a postmortem to somebody: the role of that name in its incident, which is where an owner is named before there is
 * a postmortem.
 *
 * @throws invalid when nobody who can sign in has the id
 */
export async function changeOwner(
  context: OperationContext,
  { incident: { id: incidentId }, owner }: PostmortemRow,
  personId: string,
): Promise<void> {
  const { db, now, actor } = context;
  if (owner?.id === personId) return;
  const absent = await findAbsentPeople(db, [personId]);
  if (absent.length > 0)
    refuse('invalid', `Nobody who can sign in has the id ${personId}: choose somebody else.`);
  await lockIncident(db, SYSTEM, incidentId);
  await endRole(db, incidentId, ROLE, now);
  const assignment = { id: randomUUIDv7(), incidentId, role: ROLE, personId, since: now, note: '' };
  await insertRoles(db, [{ ...assignment, assignedBy: actor.id || null }]);
  await updateIncident(db, incidentId, {}, now);
  await context.record({
    subject: { kind: 'incident', id: incidentId },
    incidentId,
    before: { roles: { [ROLE]: owner } },
    after: { roles: { [ROLE]: { id: personId } } },
  });
}
