import { z } from 'zod';
import { givenBytes } from './bytes.ts';
import { incidentRef } from './incidentFields.ts';
import { reads } from './operation.ts';
import { ADMINISTRATORS } from './roles.ts';
import { id, instant, pageInput, pageOf, several, text } from './values.ts';

const kind = z.enum(['change', 'view', 'export', 'evidence_read', 'sign_in', 'sign_out']);
const hash = z.string().describe('SHA-256 as base64url');

const event = z.object({
  id,
  index: z.int().nullable().describe('place in the log; null for the moment until it has one'),
  at: instant,
  kind,
  operation: z.string(),
  outcome: z.enum(['success', 'failure']),
  actor: z.object({
    kind: z.enum(['person', 'token', 'system', 'anonymous']),
    id: z.string().nullable(),
    name: z.string().nullable().describe('as it was then; null where it was erased'),
  }),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  incidentId: z.string().nullable(),
  requestId: z.string().nullable(),
  ip: z.string().nullable(),
});

const value = z.unknown().describe('any value; null where there is none, or where it was erased');

const signedState = z.object({
  size: z.int().describe('entries'),
  root: hash,
  note: z.string().describe('the signed checkpoint (C2SP tlog-checkpoint)'),
});

const proof = z.object({
  leaf: z.string().describe('canonical JSON, as it was hashed'),
  leafHash: hash,
  checkpoint: signedState,
  path: z.array(hash).describe('from the leaf to the root (RFC 6962, 2.1.1)'),
});

const fault = z.object({
  index: z.int().describe('the first entry that is not as it was written, counted from 0'),
  before: z.int().nullable().describe('where only the stretch is known: it lies before this one'),
  reason: z.string(),
});

const address = text(200);

export const audit = {
  list: reads(ADMINISTRATORS)
    .route({ method: 'GET', path: '/audit/events', summary: 'List what is in the audit log, newest first.' })
    .input(
      z.object({
        ...pageInput,
        actorId: id.optional(),
        operation: several(address).optional().describe('`incidents.declare`'),
        kind: several(kind).optional(),
        subjectKind: address.optional().describe('`incident`'),
        subjectId: address.optional(),
        incidentId: incidentRef.optional(),
        from: instant.optional().describe('at or after'),
        to: instant.optional().describe('before'),
      }),
    )
    .output(pageOf(event)),

  get: reads(ADMINISTRATORS)
    .route({
      method: 'GET',
      path: '/audit/events/{id}',
      summary: 'Read one event with what was entered, before and after, and the proof that it is in the log.',
    })
    .input(z.object({ id }))
    .output(
      event.extend({
        userAgent: z.string().nullable(),
        input: value,
        before: value,
        after: value,
        erased: z.array(z.string()).describe('fields that were forgotten; the proof holds without them'),
        proof: proof.nullable().describe('null until the event has its place'),
      }),
    ),

  checkpoint: reads(ADMINISTRATORS)
    .route({
      method: 'GET',
      path: '/audit/checkpoint',
      summary: 'Read the newest signed state of the audit log, as it was written outside the data folder.',
    })
    .output(
      z.object({
        checkpoint: signedState.extend({ signedAt: instant }).nullable(),
        publicKey: z.string().describe('what its signature is checked with (C2SP signed-note verifier key)'),
        size: z.int().describe('entries that the log has now'),
      }),
    ),

  verify: reads(ADMINISTRATORS)
    .route({
      method: 'GET',
      path: '/audit/verification',
      summary:
        'Check every stored entry of the audit log against the newest checkpoint outside the data folder.',
    })
    .output(
      z.object({
        entries: z.int().describe('how many were read'),
        proven: z.int().describe('how many of them, from the first, the checkpoint covers and fits'),
        erased: z.int().describe('values that were forgotten; what is left is proven'),
        checkpoint: z.object({ size: z.int(), root: hash }).nullable().describe('null before the first one'),
        firstBad: fault.nullable().describe('null when all is as it was written'),
      }),
    ),

  export: reads(ADMINISTRATORS)
    .route({
      method: 'GET',
      path: '/audit/export',
      summary: 'Download the audit log, or what belongs to one incident, as lines of JSON.',
    })
    .input(
      z.object({
        format: z
          .enum(['jsonl', 'ocsf'])
          .default('jsonl')
          .describe('jsonl: what `afterword audit verify` checks; ocsf: for a SIEM'),
        incidentId: incidentRef.optional(),
        from: z.int().min(0).default(0).describe('ocsf: the first index; jsonl begins with the first entry'),
      }),
    )
    .output(givenBytes('application/jsonl')),
};
