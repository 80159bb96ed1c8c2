import type { Changes } from '../platform/db/changes.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';
import { type Incident, toIncident } from './toIncident.ts';

/** What an audit event about an incident is tied to. */
export const aboutIncident = (id: string) => ({ subject: { kind: 'incident', id }, incidentId: id });

/** Does what else there is to do, and gives the columns to change. */
export type IncidentChange = (
  before: store.IncidentRow,
) => Changes<store.IncidentColumns> | Promise<Changes<store.IncidentColumns>>;

/**
 * Changes an incident that is locked, on record as it was and as it is. The answer is shown even where the change took the
 * actor's own sight of it.
 */
export async function changeLocked(
  context: OperationContext,
  id: string,
  change: IncidentChange,
): Promise<Incident> {
  const { db, now } = context;
  const before = (await store.findIncident(db, SYSTEM, id))!;
  await store.updateIncident(db, id, await change(before), now);
  const after = toIncident((await store.findIncident(db, SYSTEM, id))!, now);
  await context.record({ ...aboutIncident(id), before: toIncident(before, now), after });
  return after;
}

/**
 * Changes an incident that the actor sees, at the version that the caller expects.
 *
 * @param ref an id, or a number such as `INC-12`
 * @throws not_found when there is none, or the actor may not see it
 */
export async function changeIncident(
  context: OperationContext,
  ref: string,
  change: IncidentChange,
): Promise<Incident> {
  const locked = (await store.lockIncident(context.db, context.actor, ref)) ?? refuseAbsent('incident');
  return changeLocked(context, locked.id, before => {
    expectVersion(context, before);
    return change(before);
  });
}
