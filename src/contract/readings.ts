import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { givenBytes } from './bytes.ts';
import { incidentRef } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { clockReport, coverageRow, gap, redactionCount, replacement, suspect } from './readingResults.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { id, instant, line, named, pageInput, pageOf, several, text } from './values.ts';

/** One reading of all evidence of an incident. */
export const reading = z.object({
  id,
  incidentId: id,
  version: z.int().describe('counts the readings of the incident'),
  state: z
    .enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'superseded', 'withdrawn'])
    .describe(
      'superseded: newer evidence came before it was done; withdrawn: evidence that it read was removed',
    ),
  reason: z.string().nullable().describe('why it failed, or waits for another try'),
  options: z.object({
    zone: z.string().optional(),
    from: instant.optional(),
    to: instant.optional(),
  }),
  stage: z.string().nullable().describe('what is being done: `reading`, `comparing clocks` …'),
  share: z.number().describe('how much is done, 0 to 1'),
  secondsLeft: z.int().nullable().describe('null while it is too early to say'),
  evidence: z.array(named).describe('what it reads'),
  figures: z
    .object({ files: z.int(), records: z.int(), replacements: z.int(), gaps: z.int(), moments: z.int() })
    .nullable(),
  requestedBy: named.nullable(),
  requestedAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  thinnedAt: instant
    .nullable()
    .describe('when its records were given up, because newer ones are there and nothing refers to these'),
});

/** Which reading is asked about: a certain one, or the newest that is done. */
export const ofReading = z.object({
  incidentId: incidentRef,
  readingId: id.optional().describe('default: the newest that is done'),
});

const aboutResult = (path: string, summary: string) =>
  reads(EVERYONE, { isTool: true }).route({
    method: 'GET',
    path: `/incidents/{incidentId}/${path}`,
    summary,
  });

const results = {
  coverage: aboutResult(
    'coverage',
    'List what each file of evidence was read as, and what was not understood.',
  )
    .input(
      ofReading.extend({
        ...pageInput,
        isIncomplete: z
          .boolean()
          .optional()
          .describe('only files of which something was not read or not understood'),
      }),
    )
    .output(pageOf(coverageRow)),

  gaps: aboutResult('gaps', 'List what is missing, silent or contradictory in the evidence.')
    .input(ofReading.extend({ ...pageInput, kind: several(gap.shape.kind).optional() }))
    .output(pageOf(gap)),

  clocks: aboutResult('clocks', 'Read how the clocks of the evidence stand to each other.')
    .input(ofReading)
    .output(clockReport),

  redactions: aboutResult('redactions', 'Read what was redacted, by rule.')
    .input(ofReading)
    .output(z.object({ rules: z.array(redactionCount) })),

  replacements: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/replacements',
      summary: 'List every replacement: place, rule, kind and token, never a value.',
    })
    .input(
      ofReading.extend({
        ...pageInput,
        rule: several(text(200)).optional(),
        kind: several(text(200)).optional(),
        path: text(1_000).optional().describe('the file'),
        token: text(200).optional().describe('everywhere that the same value stood'),
      }),
    )
    .output(pageOf(replacement)),

  suspects: aboutResult('suspects', 'Read the likely causes, each with its reasons.')
    .input(ofReading)
    .output(z.object({ suspects: z.array(suspect) })),

  manifest: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/manifest',
      summary: 'Export the manifest: hashes of evidence and results, chained and signed.',
    })
    .input(ofReading)
    .output(givenBytes('application/jsonl')),
};

/** Readings of evidence by the recorder, and what came of them. */
export const readings = {
  list: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/readings',
      summary: 'List the readings of an incident’s evidence, newest first.',
    })
    .input(z.object({ incidentId: incidentRef, ...pageInput }))
    .output(pageOf(reading)),

  get: reads(EVERYONE)
    .route({ method: 'GET', path: '/readings/{id}', summary: 'Read how far a reading is, or how it ended.' })
    .input(z.object({ id }))
    .output(reading),

  start: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/incidents/{incidentId}/readings',
      summary: 'Read the evidence of an incident again.',
      successStatus: 201,
    })
    .input(
      z.object({
        incidentId: incidentRef,
        zone: line(60)
          .nullish()
          .describe('of stamps that do not say theirs: `Europe/Berlin`, `+02:00`; null to find it out'),
        from: instant.nullish().describe('start of what the draft looks at; null for all'),
        to: instant.nullish().describe('end of what the draft looks at; null for all'),
      }),
    )
    .output(reading),

  cancel: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/readings/{id}/cancel',
      summary: 'Cancel a reading that waits or runs; the evidence stays.',
    })
    .input(z.object({ id }))
    .output(reading),

  follow: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/readings/follow',
      summary: 'Follow the newest reading of an incident until it ends, as server-sent events.',
    })
    .input(z.object({ incidentId: incidentRef }))
    .output(eventIterator(reading)),

  ...results,
};
