import { z } from 'zod';
import type { MomentKind } from '../core/document/bundle.ts';
import { MOMENT_KINDS } from '../core/document/momentKinds.ts';
import { incidentRef } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { id, instant, line, named, pageInput, pageOf, several, text, version } from './values.ts';

const kind = z.enum(Object.keys(MOMENT_KINDS) as [MomentKind, ...MomentKind[]]);
const state = z.enum(['proposed', 'kept', 'dismissed']);
const uncertaintyUs = z
  .int()
  .min(0)
  .max(1e15)
  .nullable()
  .describe('± microseconds; null where it is not known');

const fields = {
  at: instant.describe('on the reference clock'),
  until: instant.nullable().describe('the end, of a moment with a length'),
  kind,
  title: line(300),
  detail: text(20_000).describe('Markdown'),
  service: text(200),
  uncertaintyUs,
};

/** What the evidence says of a moment that it proposed; people's edits do not change it. */
const proposal = z.object({
  at: instant,
  until: instant.nullable(),
  kind: z.string(),
  title: z.string(),
  reason: z.string().describe('why it stands out'),
  weight: z.number().describe('0 to 1, how much it matters'),
  confidence: z.number().nullable().describe('0 to 1, for turns of the incident'),
  isNotable: z.boolean().describe('one of those that a draft shows'),
  cites: z.array(z.string()).describe('what it rests on'),
  evidenceVersion: z.int(),
  isOutdated: z.boolean().describe('the newest evidence does not propose it any more'),
});

/** One moment of an incident's timeline. */
export const moment = z.object({
  id,
  version,
  incidentId: id,
  state,
  ...fields,
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  service: z.string(),
  source: z
    .string()
    .describe('the log, channel or system that stamped it; empty for one that a person added'),
  sourceStamp: z.string().describe('the time as the source wrote it'),
  correctionUs: z.int().describe('microseconds added to the stamp to come onto the reference clock'),
  proposal: proposal.nullable().describe('null for one that a person added'),
  isEdited: z.boolean().describe('a person edited or judged it; proposals do not change it any more'),
  createdBy: named.nullable(),
  createdAt: instant,
  updatedAt: instant,
});

export const moments = {
  list: reads(EVERYONE, { isTool: true })
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/moments',
      summary: 'List the moments of an incident in time.',
    })
    .input(
      z.object({
        incidentId: incidentRef,
        ...pageInput,
        state: several(state).optional(),
        kind: several(kind).optional(),
        service: several(text(200)).optional(),
        source: several(text(1_000)).optional(),
        isNotable: z.boolean().optional(),
        title: text(200).optional().describe('part of the title'),
        from: instant.optional(),
        to: instant.optional().describe('before'),
      }),
    )
    .output(pageOf(moment)),

  add: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'POST',
      path: '/incidents/{incidentId}/moments',
      summary: 'Add a moment by hand; it is kept.',
      successStatus: 201,
    })
    .input(
      z.object({
        incidentId: incidentRef,
        ...fields,
        until: fields.until.default(null),
        kind: kind.default('other'),
        detail: fields.detail.default(''),
        service: fields.service.default(''),
        uncertaintyUs: uncertaintyUs.default(null),
      }),
    )
    .output(moment),

  edit: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'PATCH',
      path: '/moments/{id}',
      summary: 'Change some fields of a moment, and keep it.',
    })
    .input(z.object(fields).partial().extend({ id }))
    .output(moment),

  judge: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/incidents/{incidentId}/moments/judge',
      summary: 'Keep moments, dismiss them, or leave them open again.',
    })
    .input(z.object({ incidentId: incidentRef, ids: z.array(id).min(1).max(500), state }))
    .output(z.object({ changed: z.int().describe('how many were not so before') })),
};
