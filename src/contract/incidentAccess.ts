import { z } from 'zod';
import { grantee, incident, incidentRef, isOneGrantee, reason } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE, RESTRICTERS } from './roles.ts';
import { id, instant, named } from './values.ts';

const target = z.object({ id: incidentRef });

/** One who may see a restricted incident, and why. Administrators see all, on record, and are not listed. */
const viewer = z.object({
  id: id
    .nullable()
    .describe('the entry to revoke; null for a role or a team, which is changed where it was given'),
  via: z.enum(['list', 'role', 'team']),
  person: named.nullable(),
  team: named.nullable(),
  reason: z.string(),
  grantedBy: named.nullable(),
  at: instant.nullable(),
});

const viewers = z.object({ isRestricted: z.boolean(), viewers: z.array(viewer) });

/** Operations on who may see an incident. */
export const incidentAccess = {
  restrict: changes(RESTRICTERS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/incidents/{id}/restrict',
      summary: 'Hide an incident from all but its participants, its list and administrators.',
    })
    .input(target.extend({ reason }))
    .output(incident),

  unrestrict: changes(RESTRICTERS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/incidents/{id}/unrestrict',
      summary: 'Show a restricted incident to everyone again.',
    })
    .input(target.extend({ reason }))
    .output(incident),

  access: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{id}/access',
      summary: 'List who may see an incident while it is restricted.',
    })
    .input(target)
    .output(viewers),

  grantAccess: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/incidents/{id}/access',
      summary: 'Let a person or a team see a restricted incident.',
    })
    .input(target.extend(grantee).refine(isOneGrantee, 'names a person or a team, one of the two'))
    .output(viewers),

  revokeAccess: changes(RESTRICTERS)
    .route({
      method: 'DELETE',
      path: '/incidents/{id}/access/{entryId}',
      summary: 'Take an entry off the list of those who may see a restricted incident.',
    })
    .input(target.extend({ entryId: id }))
    .output(viewers),
};
