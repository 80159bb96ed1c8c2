import { z } from 'zod';
import { LEVELS, PRECISIONS, RECORD_KINDS } from '../core/document/schema/words.ts';
import { reads } from './operation.ts';
import { ofReading } from './readings.ts';
import { EVERYONE } from './roles.ts';
import { instant, pageInput, pageOf, several, text } from './values.ts';

const record = z.object({
  number: z.int().describe('place in the reading: with the reading’s id it cites the record'),
  at: instant.nullable().describe('on the reference clock; null where no time was found'),
  atRaw: z.string().describe('the time as the source wrote it'),
  precision: z.enum(PRECISIONS),
  source: z.string(),
  path: z.string(),
  line: z.int(),
  host: z.string(),
  service: z.string(),
  level: z.enum(LEVELS),
  kind: z.enum(RECORD_KINDS),
  name: z.string(),
  body: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string(),
  durationUs: z.int().nullable(),
  value: z.number().nullable(),
  attributes: z.string().describe('JSON object; empty when there is none'),
  clockCorrectionUs: z.int().describe('already added to `at`'),
  clockUncertaintyUs: z.int().nullable(),
});

const words = several(text(500)).optional();

/** What records may be narrowed by. Words within a field are alternatives; fields add up. */
const filter = {
  ...ofReading.shape,
  text: text(500).optional().describe('stands in body, name or attributes, in any case of letters'),
  not: text(500).optional().describe('stands in none of them'),
  source: words,
  service: words,
  host: words,
  path: words,
  level: several(z.enum(LEVELS)).optional(),
  kind: several(z.enum(RECORD_KINDS)).optional(),
  traceId: text(200).optional(),
  line: z.int().min(0).optional().describe('the line of its file on which a record begins'),
  from: instant.optional(),
  to: instant.optional().describe('before'),
};

const facetCount = z.object({ value: z.string(), records: z.int() });
const facet = z.array(facetCount).describe('the most frequent first; counted without the facet’s own choice');

const about = (path: string, summary: string, isTool = false) =>
  reads(EVERYONE, { isTool }).route({ method: 'GET', path: `/incidents/{incidentId}/${path}`, summary });

const durationUs = z.number().describe('microseconds');

/** How many spans, how many of them failed, and how long they took. */
const spanMeasures = {
  spans: z.int(),
  errors: z.int(),
  p50Us: durationUs,
  p95Us: durationUs,
  p99Us: durationUs,
};

/** The frozen records of an incident: redacted, on one clock. */
export const records = {
  search: about('records', 'Search the records of an incident, in time.', true)
    .input(z.object({ ...filter, ...pageInput, order: z.enum(['oldest', 'newest']).default('oldest') }))
    .output(pageOf(record)),

  facets: about('records/facets', 'Count records by source, service, host, level and kind.', true)
    .input(z.object(filter))
    .output(
      z.object({
        records: z.int().describe('that fit all that was asked for'),
        from: instant.nullable(),
        to: instant.nullable(),
        source: facet,
        service: facet,
        host: facet,
        level: facet,
        kind: facet,
      }),
    ),

  histogram: about('records/histogram', 'Count records and errors over time.')
    .input(z.object({ ...filter, buckets: z.int().min(1).max(1_000).default(100) }))
    .output(
      z.object({
        from: instant.nullable().describe('start of the first bucket'),
        bucketUs: z.int().describe('length of a bucket in microseconds'),
        counts: z.array(z.int()),
        errors: z.array(z.int()),
        withoutTime: z.int().describe('records that fit, but have no time'),
      }),
    ),

  patterns: about(
    'records/patterns',
    'Group records that differ in numbers and ids only, most frequent first.',
    true,
  )
    .input(z.object({ ...filter, limit: z.int().min(1).max(200).default(50) }))
    .output(
      z.object({
        patterns: z.array(
          z.object({
            pattern: z.string(),
            records: z.int(),
            errors: z.int(),
            first: instant.nullable(),
            last: instant.nullable(),
            example: z.int().describe('number of a record'),
          }),
        ),
        looked: z.int().describe('records that were looked at'),
        records: z.int().describe('records that fit'),
      }),
    ),

  series: about('records/series', 'Read samples of metrics by their names, thinned for a graph.')
    .input(
      z.object({
        ...filter,
        name: several(text(500)),
        points: z.int().min(1).max(2_000).default(240).describe('most of a series'),
        limit: z.int().min(1).max(50).default(12).describe('most series, the longest first'),
      }),
    )
    .output(
      z.object({
        series: z.array(
          z.object({
            name: z.string(),
            service: z.string(),
            host: z.string(),
            path: z.string(),
            samples: z.int(),
            times: z.array(z.int()).describe('microseconds since 1970-01-01T00:00:00Z'),
            values: z.array(z.number()).describe('the mean where several samples share a point'),
          }),
        ),
      }),
    ),

  latency: about('records/latency', 'Measure durations and failures of spans by service.', true)
    .input(z.object({ ...filter, limit: z.int().min(1).max(500).default(100) }))
    .output(z.object({ services: z.array(z.object({ service: z.string(), ...spanMeasures })) })),

  latencyOverTime: about(
    'records/latency/over-time',
    'Measure durations and failures of spans over time, in equal buckets.',
  )
    .input(z.object({ ...filter, from: instant, to: instant, buckets: z.int().min(1).max(500).default(120) }))
    .output(z.object({ buckets: z.array(z.object({ at: instant, ...spanMeasures })) })),

  traces: about('records/traces', 'List requests by their spans: how long they took and what failed.', true)
    .input(
      z.object({
        ...filter,
        caller: text(500).optional().describe('a service that makes the call which fits'),
        order: z.enum(['slowest', 'failed']).default('slowest'),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        traces: z.array(
          z.object({
            traceId: z.string(),
            at: instant.describe('where the first span begins'),
            durationUs: z.int().describe('to the end of the last span'),
            spans: z.int(),
            errors: z.int(),
            services: z.int(),
            service: z.string().describe('of the first span'),
            name: z.string().describe('of the first span'),
          }),
        ),
      }),
    ),

  around: about('records/{number}', 'Read a record with the ones beside it in its file.', true)
    .input(
      ofReading.extend({
        number: z.int().min(0),
        before: z.int().min(0).max(200).default(10),
        after: z.int().min(0).max(200).default(10),
      }),
    )
    .output(z.object({ records: z.array(record) })),
};
