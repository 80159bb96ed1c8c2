import { randomUUIDv7 } from 'node:crypto';
import type { OperationContext } from '../../platform/operations/context.ts';
import * as store from './store.ts';

interface Grantee {
  personId?: string | undefined;
  teamId?: string | undefined;
  reason: string;
}

/** Lets people and teams see an incident while it is restricted. */
export async function grantSight(
  { db, now, actor }: OperationContext,
  incidentId: string,
  grantees: readonly Grantee[],
): Promise<void> {
  const grants = grantees.map(({ personId = null, teamId = null, reason }) => ({
    id: randomUUIDv7(),
    incidentId,
    personId,
    teamId,
    reason,
    grantedBy: actor.id || null,
    createdAt: now,
  }));
  await store.insertGrants(db, grants);
}

/** Who asks keeps their own sight of what they declare or restrict, on the list like everyone else's. */
export const ownSight = ({ actor }: OperationContext, reason: string): Grantee[] =>
  actor.id === '' ? [] : [{ personId: actor.id, reason }];
