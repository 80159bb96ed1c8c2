import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { EVERYONE, KEEPERS } from './roles.ts';
import { id, instant, line, link, named, pageInput, pageOf, text, version } from './values.ts';

/** How much depends on a service: 1 is what customers notice at once, 4 what can wait. */
const tier = z.int().min(1).max(4);

const fields = {
  name: line(),
  description: text(5_000),
  tier,
  ownerTeamId: id.nullable().describe('the team that answers for it'),
  dependsOn: z.array(id).max(200).describe('services that it cannot do without'),
  links: z.array(link).max(50).describe('runbooks, dashboards, repositories'),
};

export const service = z.object({
  id,
  version,
  name: z.string(),
  description: z.string(),
  tier,
  ownerTeam: named.nullable(),
  dependsOn: z.array(named),
  links: z.array(link),
  createdAt: instant,
  updatedAt: instant,
});

export const services = {
  list: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/services', summary: 'List the services of the catalogue.' })
    .input(
      z.object({
        ...pageInput,
        name: text(200).optional().describe('part of the name'),
        tier: tier.optional(),
        ownerTeamId: id.optional(),
        dependsOnId: id.optional().describe('those that cannot do without this service'),
      }),
    )
    .output(pageOf(service)),

  get: reads(EVERYONE, { isVersioned: true })
    .route({ method: 'GET', path: '/services/{id}', summary: 'Read one service.' })
    .input(z.object({ id }))
    .output(service),

  add: changes(KEEPERS, { isVersioned: true })
    .route({ method: 'POST', path: '/services', summary: 'Add a service.', successStatus: 201 })
    .input(
      z.object({
        ...fields,
        description: fields.description.default(''),
        ownerTeamId: fields.ownerTeamId.default(null),
        dependsOn: fields.dependsOn.default([]),
        links: fields.links.default([]),
      }),
    )
    .output(service),

  edit: changes(KEEPERS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/services/{id}', summary: 'Change some fields of a service.' })
    .input(
      z
        .object({ ...fields, id })
        .partial()
        .required({ id: true }),
    )
    .output(service),

  remove: changes(KEEPERS)
    .route({
      method: 'DELETE',
      path: '/services/{id}',
      summary: 'Remove a service that no incident names.',
      successStatus: 204,
    })
    .input(z.object({ id }))
    .output(z.void()),
};
