import { z } from 'zod';
import { CONFIDENCES, FINDING_KIND_IDS, SUPPORT_IDS } from '../core/findings/finding.ts';
import { remark } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { id, instant, line, text, version } from './values.ts';

const MOST_FINDINGS = 500;

/** A piece of evidence that a finding rests on. */
export const cite = z.object({
  kind: z.enum(['citation', 'moment', 'record']),
  id: line(500).describe(
    'of a citation its name in the text (`e3`), of a moment its id, of a record its place in the evidence',
  ),
});

const fields = {
  statement: line(2_000),
  kind: z.enum(FINDING_KIND_IDS),
  support: z.enum(SUPPORT_IDS),
  confidence: z.enum(CONFIDENCES).nullable(),
  note: text(10_000).describe('how it was inferred, or who disputes it'),
  cites: z.array(cite).max(100),
};

export const finding = z.object({
  id,
  version,
  postmortemId: id,
  ...fields,
  statement: z.string(),
  note: z.string(),
  isSupported: z.boolean().describe('false where a reviewer must look: see remarks'),
  remarks: z.array(remark),
  actions: z.array(z.object({ id, title: z.string(), state: z.string() })),
  createdAt: instant,
  updatedAt: instant,
});

const list = z.object({ items: z.array(finding) });

export const findings = {
  list: reads(EVERYONE, { isTool: true })
    .route({
      method: 'GET',
      path: '/postmortems/{postmortemId}/findings',
      summary: 'List the findings of a postmortem in their order.',
    })
    .input(z.object({ postmortemId: id }))
    .output(list),

  get: reads(EVERYONE, { isVersioned: true })
    .route({ method: 'GET', path: '/findings/{id}', summary: 'Read one finding.' })
    .input(z.object({ id }))
    .output(finding),

  add: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'POST',
      path: '/postmortems/{postmortemId}/findings',
      summary: 'Add a finding behind the others.',
      successStatus: 201,
    })
    .input(
      z.object({
        ...fields,
        postmortemId: id,
        support: fields.support.default('unknown'),
        confidence: fields.confidence.default(null),
        note: fields.note.default(''),
        cites: fields.cites.default([]),
      }),
    )
    .output(finding),

  edit: changes(CONTRIBUTORS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/findings/{id}', summary: 'Change some fields of a finding.' })
    .input(
      z
        .object({ ...fields, id })
        .partial()
        .required({ id: true }),
    )
    .output(finding),

  order: changes(CONTRIBUTORS)
    .route({
      method: 'PUT',
      path: '/postmortems/{postmortemId}/findings/order',
      summary: 'Put all findings of a postmortem into an order.',
    })
    .input(z.object({ postmortemId: id, ids: z.array(id).max(MOST_FINDINGS) }))
    .output(list),

  remove: changes(CONTRIBUTORS)
    .route({ method: 'DELETE', path: '/findings/{id}', summary: 'Remove a finding.', successStatus: 204 })
    .input(z.object({ id }))
    .output(z.void()),
};
