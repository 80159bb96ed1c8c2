import { enterIncident, findSeenIncident } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { operations } from '../../platform/operations/operations.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { aboutIncident, changeIncident } from '../changeIncident.ts';
import { lockIncident } from '../store.ts';
import { grantSight, ownSight } from './grantSight.ts';
import * as store from './store.ts';

const on = operations.incidents;

const viewersOf = async ({ db }: OperationContext, incident: { id: string; isRestricted: boolean }) => ({
  isRestricted: incident.isRestricted,
  viewers: await store.listViewers(db, incident.id),
});

/** Runs a change of the list of an incident that the actor sees, on record with the list as it was and as it is. */
async function changeList(
  context: OperationContext,
  ref: string,
  change: (incidentId: string) => Promise<void>,
) {
  const { db, actor } = context;
  await lockIncident(db, actor, ref);
  const incident = await findSeenIncident(context, ref);
  const before = await viewersOf(context, incident);
  await change(incident.id);
  const after = await viewersOf(context, incident);
  await context.record({ ...aboutIncident(incident.id), before, after });
  return after;
}

/** Handlers of who may see an incident. */
export const accessHandlers = {
  restrict: on.restrict.handler(({ input: { id, reason }, context }) =>
    changeIncident(context, id, async row => {
      if (row.isRestricted)
        refuse('conflict', 'The incident is restricted already. Change its list to change who sees it.');
      await grantSight(context, row.id, ownSight(context, 'Restricted it.'));
      return { isRestricted: true, restrictionReason: reason };
    }),
  ),

  unrestrict: on.unrestrict.handler(({ input: { id }, context }) =>
    changeIncident(context, id, row => {
      if (!row.isRestricted)
        refuse('conflict', 'The incident is not restricted: everyone with an account sees it.');
      return { isRestricted: false, restrictionReason: null };
    }),
  ),

  access: on.access.handler(async ({ input: { id }, context }) =>
    viewersOf(context, await enterIncident(context, id)),
  ),

  grantAccess: on.grantAccess.handler(({ input: { id, ...grantee }, context }) =>
    changeList(context, id, incidentId => grantSight(context, incidentId, [grantee])),
  ),

  revokeAccess: on.revokeAccess.handler(({ input: { id, entryId }, context }) =>
    changeList(context, id, async incidentId => {
      const isDone = await store.deleteGrant(context.db, incidentId, entryId);
      if (!isDone)
        refuse(
          'not_found',
          'The list has no such entry. Read it again: somebody may have revoked it already.',
        );
    }),
  ),
};
