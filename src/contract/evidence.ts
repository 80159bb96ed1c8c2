import { z } from 'zod';
import { givenBytes } from './bytes.ts';
import { evidenceItem, fileName } from './evidenceFields.ts';
import { incidentRef, reason } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { id, instant, pageInput, pageOf, text } from './values.ts';

/** One entry of the chain of custody. */
const custodyEntry = z.object({
  id: id.describe('of the audit event'),
  at: instant,
  operation: z.string().describe('`uploads.complete`, `evidence.original` …'),
  kind: z.string().describe('`change`, `evidence_read`, `export`, `view`'),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  subject: z.object({ kind: z.string(), id: z.string() }),
  reason: z.string().nullable().describe('as it was given'),
});

/** The frozen files of an incident, and who did what with them. */
export const evidence = {
  list: reads(EVERYONE, { isTool: true })
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/evidence',
      summary: 'List the evidence of an incident.',
    })
    .input(
      z.object({
        incidentId: incidentRef,
        ...pageInput,
        includeRemoved: z.boolean().default(false).describe('also what was removed'),
      }),
    )
    .output(pageOf(evidenceItem)),

  get: reads(EVERYONE, { isVersioned: true })
    .route({ method: 'GET', path: '/evidence/{id}', summary: 'Read about one file of evidence.' })
    .input(z.object({ id }))
    .output(evidenceItem),

  edit: changes(CONTRIBUTORS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/evidence/{id}', summary: 'Rename or describe a file of evidence.' })
    .input(z.object({ id, name: fileName.optional(), description: text(5_000).optional() }))
    .output(evidenceItem),

  remove: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/evidence/{id}/remove',
      summary: 'Remove a file of evidence and what was read from it; who did what with it stays on record.',
    })
    .input(z.object({ id, reason }))
    .output(evidenceItem),

  custody: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/evidence/{id}/custody',
      summary: 'List who collected, read, exported or changed a file of evidence, newest first.',
    })
    .input(z.object({ id, ...pageInput }))
    .output(pageOf(custodyEntry)),

  original: reads(['custodian'])
    .route({
      method: 'GET',
      path: '/evidence/{id}/original',
      summary: 'Open the sealed original of a file of evidence, with a reason, on record.',
    })
    .input(z.object({ id, reason }))
    .output(givenBytes()),
};
