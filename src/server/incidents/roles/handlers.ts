import { enterIncident } from '../../platform/access/enterIncident.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { changeIncident } from '../changeIncident.ts';
import { giveRoles } from './giveRoles.ts';
import { setTeams } from './setTeams.ts';
import * as store from './store.ts';

const on = operations.incidents;

/** Handlers of who does what in an incident. */
export const roleHandlers = {
  assignRole: on.assignRole.handler(({ input: { id, role, personId, note }, context }) =>
    changeIncident(context, id, async row => {
      const holder = row.holders.find(each => each.role === role);
      if ((holder?.id ?? null) === personId)
        refuse(
          'conflict',
          personId
            ? 'This person has the role already.'
            : 'Nobody has this role, so there is nothing to lay down.',
        );
      await store.endRole(context.db, row.id, role, context.now);
      await giveRoles(context, row.id, personId ? [{ role, personId, note }] : []);
      return {};
    }),
  ),

  roleChanges: on.roleChanges.handler(async ({ input: { id, cursor, limit }, context }) => {
    const incident = await enterIncident(context, id);
    const [after] = cursor ? (fromCursor(cursor, 1) as [string]) : [];
    const rows = await store.listRoles(context.db, incident.id, { after, most: limit + 1 });
    return pageFrom(
      rows,
      limit,
      row => [row.id],
      ({ personId, personName, role, ...row }) => ({
        ...row,
        role: role as 'commander',
        person: { id: personId, name: personName },
      }),
    );
  }),

  setTeams: on.setTeams.handler(({ input: { id, teams }, context }) =>
    changeIncident(context, id, async row => {
      await setTeams(context, row.id, teams);
      return {};
    }),
  ),
};
