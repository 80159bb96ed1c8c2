import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { ADMINISTRATORS, EVERYONE } from './roles.ts';
import { id, instant, line, named, pageInput, pageOf, text, version } from './values.ts';

const fields = { name: line(), description: text(5_000) };

export const team = z.object({
  id,
  version,
  name: z.string(),
  description: z.string(),
  members: z.array(named),
  createdAt: instant,
  updatedAt: instant,
});

const membership = z.object({ id, personId: id });

export const teams = {
  list: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/teams', summary: 'List teams by name.' })
    .input(z.object({ ...pageInput, name: text(200).optional().describe('part of the name') }))
    .output(pageOf(team)),

  get: reads(EVERYONE, { isVersioned: true })
    .route({ method: 'GET', path: '/teams/{id}', summary: 'Read one team.' })
    .input(z.object({ id }))
    .output(team),

  add: changes(ADMINISTRATORS, { isVersioned: true })
    .route({ method: 'POST', path: '/teams', summary: 'Add a team.', successStatus: 201 })
    .input(z.object({ ...fields, description: fields.description.default('') }))
    .output(team),

  edit: changes(ADMINISTRATORS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/teams/{id}', summary: 'Change some fields of a team.' })
    .input(
      z
        .object({ ...fields, id })
        .partial()
        .required({ id: true }),
    )
    .output(team),

  remove: changes(ADMINISTRATORS)
    .route({
      method: 'DELETE',
      path: '/teams/{id}',
      summary: 'Remove a team that answers for nothing.',
      successStatus: 204,
    })
    .input(z.object({ id }))
    .output(z.void()),

  addMember: changes(ADMINISTRATORS, { isVersioned: true })
    .route({ method: 'PUT', path: '/teams/{id}/members/{personId}', summary: 'Put a person into a team.' })
    .input(membership)
    .output(team),

  removeMember: changes(ADMINISTRATORS, { isVersioned: true })
    .route({
      method: 'DELETE',
      path: '/teams/{id}/members/{personId}',
      summary: 'Take a person out of a team.',
    })
    .input(membership)
    .output(team),
};
