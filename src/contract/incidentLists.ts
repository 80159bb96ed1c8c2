import { z } from 'zod';
import { INCIDENT_TRANSITIONS } from '../core/lifecycle/incident.ts';
import {
  incidentFields as fields,
  incident,
  incidentRef,
  incidentState,
  severity,
  termId,
} from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { facet } from './search.ts';
import { id, instant, pageInput, pageOf, several, text, version } from './values.ts';

const MOST_AT_ONCE = 200;

/** What a list of incidents is narrowed by. */
const filter = {
  state: several(incidentState).optional(),
  severity: several(severity).optional(),
  serviceId: several(id).optional(),
  teamId: several(id).optional(),
  layer: several(termId).optional(),
  causeClass: several(termId).optional(),
  useCase: several(termId).optional(),
  title: text(200).optional().describe('part of the title'),
  from: instant.optional().describe('declared at or after'),
  to: instant.optional().describe('declared before'),
  isMine: z
    .boolean()
    .optional()
    .describe('those that I declared, have a role in, or that my teams take part in'),
  isOpen: z.boolean().optional().describe('those that are not closed, or only closed ones'),
};

/** What a list of incidents is counted by: filters of the same names take the values. */
export const INCIDENT_FACETS = [
  'state',
  'severity',
  'serviceId',
  'teamId',
  'layer',
  'causeClass',
  'useCase',
] as const;
export type IncidentFacet = (typeof INCIDENT_FACETS)[number];

/** Operations on many incidents at once. */
export const incidentLists = {
  list: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/incidents', summary: 'List incidents.' })
    .input(
      z.object({
        ...pageInput,
        ...filter,
        sort: z.enum(['newest', 'oldest', 'updated', 'gravest']).default('newest'),
      }),
    )
    .output(pageOf(incident)),

  facets: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/facets',
      summary: 'Count incidents by state, severity, service, team and what they are filed under.',
    })
    .input(z.object(filter))
    .output(
      z.object({
        total: z.int().describe('how many the list of the same filters has'),
        facets: z
          .object(
            Object.fromEntries(INCIDENT_FACETS.map(name => [name, facet])) as Record<
              IncidentFacet,
              typeof facet
            >,
          )
          .describe('counted under the other filters, not under their own; states also without `isOpen`'),
      }),
    ),

  editMany: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/incidents/edit',
      summary: 'Change some fields, the owning team or the state of several incidents, of all or of none.',
    })
    .input(
      z.object({
        items: z
          .array(
            z.object({
              id: incidentRef,
              version: version.optional().describe('refused when it is at another by now'),
            }),
          )
          .min(1)
          .max(MOST_AT_ONCE),
        severity: fields.severity.optional(),
        layer: fields.layer.optional(),
        causeClass: fields.causeClass.optional(),
        useCase: fields.useCase.optional(),
        addServiceIds: fields.serviceIds.default([]).describe('affected too'),
        removeServiceIds: fields.serviceIds.default([]).describe('not affected after all'),
        ownerTeamId: id
          .nullable()
          .optional()
          .describe('the team that owns them; the one before contributes from then on'),
        move: z
          .object({ transition: z.enum(INCIDENT_TRANSITIONS), reason: text(2_000).default('') })
          .optional(),
      }),
    )
    .output(z.object({ items: z.array(incident).describe('in the order in which they were asked for') })),
};
