import { z } from 'zod';
import { DIMENSIONS, TERM_ID } from '../core/taxonomy/taxonomy.ts';
import { changes, reads } from './operation.ts';
import { EVERYONE, KEEPERS } from './roles.ts';
import { line } from './values.ts';

const dimension = z.enum(DIMENSIONS);

const term = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isOwn: z.boolean().describe('added by the organisation, so it can be changed'),
});

const terms = z.object({
  layer: z.array(term),
  causeClass: z.array(term),
  useCase: z.array(term),
  severity: z.array(term),
});

const words = { name: line(80), description: line(500) };
const newId = z
  .string()
  .max(40)
  .regex(TERM_ID, 'must be letters, digits and single hyphens, beginning with a letter: message-broker');
const target = z.object({ dimension, id: line(40) });

export const taxonomy = {
  get: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/taxonomy', summary: 'Read the words that incidents are filed under.' })
    .output(terms),

  add: changes(KEEPERS)
    .route({
      method: 'POST',
      path: '/taxonomy/{dimension}',
      summary: 'Add a word of your own to the taxonomy.',
      successStatus: 201,
    })
    .input(z.object({ dimension, ...words, id: newId }))
    .output(terms),

  edit: changes(KEEPERS)
    .route({ method: 'PATCH', path: '/taxonomy/{dimension}/{id}', summary: 'Reword a word of your own.' })
    .input(target.extend({ name: words.name.optional(), description: words.description.optional() }))
    .output(terms),

  remove: changes(KEEPERS)
    .route({
      method: 'DELETE',
      path: '/taxonomy/{dimension}/{id}',
      summary: 'Remove a word of your own; incidents that were filed under it keep it.',
    })
    .input(target)
    .output(terms),
};
