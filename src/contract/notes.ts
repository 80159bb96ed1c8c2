import { z } from 'zod';
import { incidentRef } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { id, instant, named, pageInput, pageOf, prose, version } from './values.ts';

/** What somebody wrote down during or after an incident: Markdown, kept byte for byte. */
export const note = z.object({
  id,
  version,
  incidentId: id,
  body: z.string(),
  author: named.nullable(),
  createdAt: instant,
  updatedAt: instant,
});

const body = prose.refine(value => value.trim() !== '', 'is empty: write something');

export const notes = {
  list: reads(EVERYONE, { isTool: true })
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/notes',
      summary: 'List the notes of an incident, oldest first.',
    })
    .input(z.object({ incidentId: incidentRef, ...pageInput }))
    .output(pageOf(note)),

  add: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'POST',
      path: '/incidents/{incidentId}/notes',
      summary: 'Write a note on an incident.',
      successStatus: 201,
    })
    .input(z.object({ incidentId: incidentRef, body }))
    .output(note),

  edit: changes(CONTRIBUTORS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/notes/{id}', summary: 'Rewrite a note of your own.' })
    .input(z.object({ id, body }))
    .output(note),

  versions: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/notes/{id}/versions',
      summary: 'List how a note read before, newest first.',
    })
    .input(z.object({ id, ...pageInput }))
    .output(pageOf(z.object({ version, body: z.string(), writtenAt: instant }))),
};
