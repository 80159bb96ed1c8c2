import { recordView } from '../platform/access/enterIncident.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuseAbsent } from '../platform/operations/refuse.ts';
import { findIncident, type IncidentRow } from './store.ts';

/**
 * An incident that the actor sees; on record when it is restricted.
 *
 * @param ref an id, or a number such as `INC-12`
 * @throws not_found when there is none, or the actor may not see it
 */
export async function readIncident(context: OperationContext, ref: string): Promise<IncidentRow> {
  const row = (await findIncident(context.db, context.actor, ref)) ?? refuseAbsent('incident');
  await recordView(context, row);
  return row;
}
