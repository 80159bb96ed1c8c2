import { randomUUIDv7 } from 'node:crypto';
import type { OperationContext } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import * as store from './store.ts';

/**
 * Gives roles of an incident to people.
 *
 * @throws invalid when one of them has no account that can sign in
 */
export async function giveRoles(
  { db, now, actor }: OperationContext,
  incidentId: string,
  roles: readonly { role: string; personId: string; note: string }[],
): Promise<void> {
  const absent = await store.findAbsentPeople(
    db,
    roles.map(({ personId }) => personId),
  );
  if (absent.length > 0)
    refuse('invalid', `Nobody who can sign in has the id ${absent.join(' or ')}: choose somebody else.`);
  if (roles.length === 0) return;
  const assignedBy = actor.id || null;
  await store.insertRoles(
    db,
    roles.map(role => ({ id: randomUUIDv7(), incidentId, ...role, since: now, assignedBy })),
  );
}
