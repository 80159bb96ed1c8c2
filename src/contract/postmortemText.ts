import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { postmortem, section, sectionDiff, versionEntry, writtenSection } from './postmortemFields.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { sectionId } from './templates.ts';
import { id, line, pageInput, pageOf, prose, text, version } from './values.ts';

const MOST_SECTIONS = 100;
const note = text(2_000).default('').describe('what was changed and why, for the list of versions');
const placed = { postmortemId: id, id: sectionId };

/** Operations on the text: its sections and its versions. */
export const postmortemText = {
  editSection: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'PATCH',
      path: '/postmortems/{postmortemId}/sections/{id}',
      summary:
        'Write a section; If-Match holds a version of the postmortem since which it must not have changed.',
    })
    .input(z.object({ ...placed, title: line().optional(), markdown: prose.optional(), note }))
    .output(section),

  addSection: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/postmortems/{postmortemId}/sections',
      summary: 'Add a section.',
      successStatus: 201,
    })
    .input(
      z.object({
        postmortemId: id,
        title: line(),
        markdown: prose.default(''),
        after: sectionId
          .nullable()
          .optional()
          .describe('behind which section; null: as the first; else as the last'),
        note,
      }),
    )
    .output(postmortem),

  removeSection: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'DELETE',
      path: '/postmortems/{postmortemId}/sections/{id}',
      summary: 'Take a section out; earlier versions keep it.',
    })
    .input(z.object({ ...placed, note }))
    .output(postmortem),

  orderSections: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'PUT',
      path: '/postmortems/{postmortemId}/sections/order',
      summary: 'Put all sections into an order.',
    })
    .input(z.object({ postmortemId: id, ids: z.array(sectionId).max(MOST_SECTIONS), note }))
    .output(postmortem),

  refill: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/postmortems/{id}/refill',
      summary: 'Fill sections that no person wrote from the newest draft.',
    })
    .input(
      z.object({
        id,
        sectionIds: z
          .array(sectionId)
          .max(MOST_SECTIONS)
          .optional()
          .describe('else all that no person wrote'),
        note,
      }),
    )
    .output(postmortem),

  versions: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/postmortems/{id}/versions',
      summary: 'List the versions of the text, the newest first.',
    })
    .input(z.object({ ...pageInput, id }))
    .output(pageOf(versionEntry)),

  readVersion: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/postmortems/{id}/versions/{number}',
      summary: 'Read the text as it was at a version.',
    })
    .input(z.object({ id, number: version }))
    .output(versionEntry.extend({ sections: z.array(writtenSection) })),

  diff: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/postmortems/{id}/diff',
      summary: 'Compare two versions, section by section, line by line and word by word.',
    })
    .input(z.object({ id, from: version, to: version }))
    .output(z.object({ from: version, to: version, sections: z.array(sectionDiff) })),

  restoreVersion: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/postmortems/{id}/versions/{number}/restore',
      summary: 'Make an old version’s text the newest; nothing in between is lost.',
    })
    .input(z.object({ id, number: version, note }))
    .output(postmortem),
};
