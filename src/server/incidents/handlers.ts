import { operations } from '../platform/operations/operations.ts';
import { accessHandlers } from './access/handlers.ts';
import { listActivity } from './activity/handlers.ts';
import { changeIncident } from './changeIncident.ts';
import { checkTerms } from './checkTerms.ts';
import { decisionHandlers } from './decision/handlers.ts';
import { declareIncident } from './declareIncident.ts';
import { countIncidents } from './list/countIncidents.ts';
import { editMany } from './list/editMany.ts';
import { listIncidents } from './list/listIncidents.ts';
import { readPhases } from './phases.ts';
import { readIncident } from './readIncident.ts';
import { roleHandlers } from './roles/handlers.ts';
import { setServices } from './setServices.ts';
import { timeHandlers } from './times/handlers.ts';
import { toIncident } from './toIncident.ts';

const on = operations.incidents;

/** Handlers of everything about an incident itself; its notes and moments have their own. */
export const incidentHandlers = {
  declare: declareIncident,
  list: listIncidents,
  facets: countIncidents,
  editMany: on.editMany.handler(async ({ input, context }) => ({ items: await editMany(context, input) })),
  get: on.get.handler(async ({ input, context }) =>
    toIncident(await readIncident(context, input.id), context.now),
  ),

  edit: on.edit.handler(({ input: { id, serviceIds, ...fields }, context }) =>
    changeIncident(context, id, async row => {
      await checkTerms(context, fields, row);
      if (serviceIds) await setServices(context, row.id, serviceIds);
      return fields;
    }),
  ),

  ...timeHandlers,
  ...roleHandlers,
  ...accessHandlers,
  ...decisionHandlers,
  activity: listActivity,
  phases: readPhases,
};
