import { z } from 'zod';
import { GAP_KINDS, LEVELS, RECORD_KINDS } from '../core/document/schema/words.ts';
import { givenBytes } from './bytes.ts';
import { incidentRef } from './incidentFields.ts';
import { reads } from './operation.ts';
import { ofReading } from './readings.ts';
import { EVERYONE } from './roles.ts';
import { id, instant, several, text } from './values.ts';

/** Microseconds since 1970-01-01T00:00:00Z: thousands of stamps as text would be larger than what they stamp. */
const micros = z.int();

const words = several(text(500)).optional();
const stretch = {
  from: instant.optional(),
  to: instant.optional().describe('before'),
};

const recordNumber = z.int().min(0).describe('place of a record in the reading');

const about = (path: string, summary: string) =>
  reads(EVERYONE).route({ method: 'GET', path: `/incidents/{incidentId}/${path}`, summary });

/** What stands behind an incident's timeline, beside its moments and phases. */
export const timeline = {
  get: about('timeline', 'Read what an incident’s timeline shows besides its events and moments.')
    .input(z.object({ incidentId: incidentRef }))
    .output(
      z.object({
        reading: z.object({ id, version: z.int() }).nullable().describe('null while no evidence was read'),
        window: z.object({ from: micros, to: micros }).nullable().describe('what the draft looks at'),
        gaps: z
          .array(
            z.object({
              kind: z.enum(GAP_KINDS),
              source: z.string().describe('empty: all sources'),
              from: micros,
              to: micros,
              text: z.string(),
            }),
          )
          .describe('where evidence is missing or its order is not settled'),
        series: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            service: z.string(),
            unit: z.string(),
            baseline: z.number().nullable().describe('the quiet level'),
            times: z.array(micros),
            values: z.array(z.number()),
          }),
        ),
        phases: z
          .array(z.object({ name: z.string(), from: micros, to: micros }))
          .describe('as the evidence proposes them; those of the incident follow from its times'),
      }),
    ),

  events: about(
    'timeline/events',
    'Read when and where every record of an incident happened, as packed columns.',
  )
    .input(ofReading.extend(stretch))
    .output(givenBytes()),

  texts: about('timeline/texts', 'Read the first line of some records, by their numbers.')
    .input(
      ofReading.extend({
        numbers: z.union([z.array(recordNumber).min(1).max(200), recordNumber.transform(one => [one])]),
      }),
    )
    .output(z.object({ texts: z.array(z.object({ number: z.int(), text: z.string() })) })),

  matches: about('timeline/matches', 'Find the records that hold a text, by their numbers.')
    .input(ofReading.extend({ text: text(500), ...stretch }))
    .output(
      z.object({
        numbers: z.array(z.int()).describe('in time'),
        isCut: z.boolean().describe('there are more'),
      }),
    ),

  firsts: about('timeline/firsts', 'List what was seen for the first time in a stretch of time.')
    .input(
      ofReading.extend({
        from: instant,
        to: instant.describe('before'),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        patterns: z.array(
          z.object({
            pattern: z.string().describe('text in which numbers and ids are #'),
            records: z.int().describe('within the stretch'),
            errors: z.int(),
            first: instant,
            service: z.string(),
            source: z.string(),
            example: z.int().describe('number of the first one'),
          }),
        ),
        records: z.int().describe('in the stretch'),
        isCut: z.boolean().describe('too many to look at all: what is listed may have been seen before'),
      }),
    ),

  csv: about('timeline/csv', 'Export the records of a stretch of time as CSV.')
    .input(
      ofReading.extend({
        ...stretch,
        source: words,
        service: words,
        level: several(z.enum(LEVELS)).optional(),
        kind: several(z.enum(RECORD_KINDS)).optional(),
      }),
    )
    .output(givenBytes('text/csv')),
};
