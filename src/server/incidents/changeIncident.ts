import type { Changes } from '../platform/db/changes.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';
import { type Incident, toIncident } from './toIncident.ts';

/** What an audit event about an incident is tied to. */
export const aboutIncident = (id: string) => ({ subject: { kind: 'incident', id }, incidentId: id });

/**
 * Runs a change of one incident: locked, at the version that the caller expects, on record with the incident as it was
 * and as it is. The answer is shown even where the change took the actor's own sight of it.
 *
 * @param change does what else there is to do, and returns the columns to change
 */
export async function changeIncident(
  context: OperationContext,
  ref: string,
  change: (
    before: store.IncidentRow,
  ) => Changes<store.IncidentColumns> | Promise<Changes<store.IncidentColumns>>,
): Promise<Incident> {
  const { db, actor, now } = context;
  const locked = (await store.lockIncident(db, actor, ref)) ?? refuseAbsent('incident');
  const before = (await store.findIncident(db, SYSTEM, locked.id))!;
  expectVersion(context, before);
  await store.updateIncident(db, before.id, await change(before), now);
  const after = toIncident((await store.findIncident(db, SYSTEM, before.id))!, now);
  await context.record({ ...aboutIncident(before.id), before: toIncident(before, now), after });
  return after;
}
