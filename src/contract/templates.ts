import { z } from 'zod';
import { FILLS } from '../core/document/templates/fills.ts';
import { obeying } from './obeying.ts';
import { changes, reads } from './operation.ts';
import { EVERYONE, KEEPERS } from './roles.ts';
import { id, instant, line, text, version } from './values.ts';

const MOST_SECTIONS = 60;

/** A section's name in addresses: `summary`, `what-stopped-it`; a UUID for one that was added to a postmortem. */
export const sectionId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens: what-went-well');

const fillNames = Object.keys(FILLS) as [keyof typeof FILLS, ...(keyof typeof FILLS)[]];

/** What a template says of one section. */
export const templateSection = z.object({
  title: line(),
  id: sectionId,
  guidance: text(2_000).describe('what belongs here; shown beside the section, never a part of its text'),
  minimumWords: z
    .int()
    .min(1)
    .max(1_000)
    .describe('words that say something, from which on it counts as filled'),
  filledBy: z.array(z.enum(fillNames)).max(20).describe('what the draft puts here, one below the other'),
  isRequired: z.boolean(),
});

const { guidance, isRequired, minimumWords, filledBy } = templateSection.shape;

/** A section as it is given: what it is called is all that must be said. */
const givenSection = templateSection.extend({
  guidance: guidance.default(''),
  isRequired: isRequired.default(false),
  minimumWords: minimumWords.default(10),
  filledBy: filledBy.default([]),
});

const sections = obeying(z.array(givenSection).min(1).max(MOST_SECTIONS), 'distinctIds');

const fields = { name: line(), description: text(2_000), sections };

export const template = z.object({
  id,
  version,
  defaultId: z.string().nullable().describe('which template of the product it began as'),
  isEdited: z.boolean().describe('whether it says something else than the template it began as'),
  name: z.string(),
  description: z.string(),
  sections: z.array(templateSection),
  isRetired: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});

export const templates = {
  list: reads(EVERYONE, { isTool: true })
    .route({
      method: 'GET',
      path: '/templates',
      summary: 'List the templates that a postmortem can be opened from.',
    })
    .input(z.object({ isRetired: z.boolean().default(false).describe('those that were retired instead') }))
    .output(z.object({ items: z.array(template) })),

  get: reads(EVERYONE, { isVersioned: true })
    .route({ method: 'GET', path: '/templates/{id}', summary: 'Read one template.' })
    .input(z.object({ id }))
    .output(template),

  add: changes(KEEPERS, { isVersioned: true })
    .route({ method: 'POST', path: '/templates', summary: 'Add a template.', successStatus: 201 })
    .input(z.object({ ...fields, description: fields.description.default('') }))
    .output(template),

  edit: changes(KEEPERS, { isVersioned: true })
    .route({
      method: 'PATCH',
      path: '/templates/{id}',
      summary: 'Change or retire a template; postmortems that were opened from it keep their copy.',
    })
    .input(
      z
        .object({ ...fields, isRetired: z.boolean().describe('offered no more'), id })
        .partial()
        .required({ id: true }),
    )
    .output(template),

  restoreDefault: changes(KEEPERS, { isVersioned: true })
    .route({
      method: 'PUT',
      path: '/templates/{id}/default',
      summary: 'Give a template of the product its own text back.',
    })
    .input(z.object({ id }))
    .output(template),
};
