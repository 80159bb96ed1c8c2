import { z } from 'zod';
import { takenBytes } from './bytes.ts';
import { evidenceItem, fileName, sha256 } from './evidenceFields.ts';
import { incidentRef } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS } from './roles.ts';
import { id, instant, named, pageInput, pageOf } from './values.ts';

/** Size of every part of an upload but the last. */
export const PART_BYTES = 8 * 1024 * 1024;

const partNumber = z.int().min(1).max(1_000_000).describe('from 1');

const part = z.object({ number: partNumber, bytes: z.int(), sha256: z.string() });

/** A file on its way in. */
export const upload = z.object({
  id,
  incidentId: id,
  name: z.string(),
  bytes: z.int().describe('of the whole file'),
  sha256: z.string().nullable().describe('what the whole file must hash to, where its sender said it'),
  partBytes: z.int().describe('size of every part but the last'),
  partCount: z.int(),
  received: z.array(part).describe('parts that are safe here: send the others'),
  state: z.enum(['open', 'complete', 'cancelled', 'expired']),
  evidenceId: id.nullable().describe('what it became'),
  startedBy: named.nullable(),
  startedAt: instant,
  expiresAt: instant.nullable().describe('when it is given up, unless another part comes'),
});

/** Uploads of evidence in parts: in any order, through any server process, again after any break. */
export const uploads = {
  list: reads(CONTRIBUTORS)
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/uploads',
      summary: 'List the open uploads of an incident.',
    })
    .input(z.object({ incidentId: incidentRef, ...pageInput }))
    .output(pageOf(upload)),

  begin: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/incidents/{incidentId}/uploads',
      summary: 'Begin to upload a file of evidence.',
      successStatus: 201,
    })
    .input(
      z.object({
        incidentId: incidentRef,
        name: fileName,
        bytes: z.int().min(0).describe('of the whole file'),
        sha256: sha256.optional().describe('of the whole file, to be checked at the end'),
        modifiedAt: instant.optional().describe('when the file was last written'),
      }),
    )
    .output(upload),

  get: reads(CONTRIBUTORS)
    .route({
      method: 'GET',
      path: '/uploads/{id}',
      summary: 'Read what of an upload has arrived, to go on from there.',
    })
    .input(z.object({ id }))
    .output(upload),

  putPart: changes(CONTRIBUTORS, { secret: ['bytes'], isLong: true })
    .route({
      method: 'PUT',
      path: '/uploads/{id}/parts/{number}',
      summary: 'Send one part of an upload; sent again, it replaces itself.',
    })
    .input(
      z.object({
        id,
        number: partNumber,
        sha256: sha256.optional().describe('of the part, to be checked'),
        bytes: takenBytes(PART_BYTES),
      }),
    )
    .output(part),

  complete: changes(CONTRIBUTORS, { isLong: true })
    .route({
      method: 'POST',
      path: '/uploads/{id}/complete',
      summary: 'Make evidence of an upload whose parts are all there, and read it.',
    })
    .input(z.object({ id }))
    .output(evidenceItem),

  cancel: changes(CONTRIBUTORS)
    .route({
      method: 'DELETE',
      path: '/uploads/{id}',
      summary: 'Give up an upload and forget its parts.',
      successStatus: 204,
    })
    .input(z.object({ id }))
    .output(z.void()),
};
