import { z } from 'zod';
import { reads } from './operation.ts';
import { ofReading } from './readings.ts';
import { EVERYONE } from './roles.ts';
import { instant, text } from './values.ts';

const durationUs = z.number().describe('microseconds');

/** Which spans are looked at, and which they are compared with; by when they begin. */
const stretch = {
  ...ofReading.shape,
  from: instant.optional().describe('default: the first span; then there is nothing to compare with'),
  to: instant.optional().describe('before; default: behind the last span'),
  beforeFrom: instant
    .optional()
    .describe('compared with what lies between this and `from`; default: all before `from`'),
};

const everyNth = z.int().describe('1: all traces were looked at; 4: every fourth, since there are too many');

const measures = z.object({
  requests: z.int(),
  errors: z.int(),
  p50Us: durationUs,
  p90Us: durationUs,
  p95Us: durationUs,
  p99Us: durationUs,
});

const compared = {
  now: measures.nullable().describe('null where there was no request'),
  before: measures.nullable(),
};

const versioned = {
  service: z.string(),
  version: z.string().describe('empty when nothing tells it'),
  source: z
    .enum(['span', 'image', 'deploy', 'template', 'none'])
    .describe('what tells it: the span, its pod’s image, the last deploy before it, its pod’s template'),
};

const cost = z.object({
  calls: z.int(),
  errors: z.int(),
  ownUs: durationUs.describe('without that of what they call; calls at the same time share it'),
  totalUs: durationUs.describe('own time, and that of everything below'),
  sumUs: durationUs.describe('durations of the calls added up'),
});

const about = (path: string, summary: string) =>
  reads(EVERYONE, { isTool: true }).route({
    method: 'GET',
    path: `/incidents/{incidentId}/traces/${path}`,
    summary,
  });

/** What the spans of an incident’s evidence say together. */
export const traces = {
  callPaths: about('call-paths', 'Merge the spans of a stretch by their call paths, as for a flame graph.')
    .input(
      z.object({
        ...stretch,
        service: text(500).optional().describe('paths begin where this service is first called'),
        traceId: text(200).optional(),
        limit: z.int().min(1).max(3_000).default(1_000).describe('most paths, those that take most time'),
      }),
    )
    .output(
      z.object({
        paths: z
          .array(
            z.object({
              parent: z.int().nullable().describe('place of the caller’s path in this list'),
              service: z.string(),
              operation: z.string().describe('name of the spans; ids and numbers as #'),
              now: cost,
              before: cost,
              example: z.int().describe('number of a record: the longest call'),
            }),
          )
          .describe('callers before what they call'),
        traces: z.int(),
        tracesBefore: z.int(),
        omitted: z.int().describe('paths that are not listed; their time is in their callers’'),
        leftOut: z.int().describe('spans that are in no path: too deep, or calling each other in a circle'),
        everyNth,
      }),
    ),

  versions: about('versions', 'Measure durations and failures of requests by service and version.')
    .input(z.object({ ...stretch, limit: z.int().min(1).max(1_000).default(300) }))
    .output(
      z.object({
        versions: z.array(
          z.object({
            ...versioned,
            mark: z
              .string()
              .describe('text by which records of the version can be searched; empty when there is none'),
            first: instant.describe('when it was first asked, in either stretch'),
            last: instant,
            ...compared,
          }),
        ),
        everyNth,
      }),
    ),

  versionsOverTime: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/traces/versions/over-time',
      summary: 'Measure durations and failures of requests by service and version, in equal buckets of time.',
    })
    .input(
      z.object({
        ...ofReading.shape,
        from: instant,
        to: instant.describe('before'),
        buckets: z.int().min(1).max(200).default(60),
        limit: z.int().min(1).max(100).default(24).describe('most versions, the most asked first'),
      }),
    )
    .output(
      z.object({
        versions: z.array(
          z.object({ ...versioned, buckets: z.array(z.object({ at: instant, ...measures.shape })) }),
        ),
        everyNth,
      }),
    ),

  calls: about('calls', 'Map which service calls which, and how that went.')
    .input(
      z.object({
        ...stretch,
        limit: z.int().min(1).max(500).default(100).describe('most services, the most asked first'),
      }),
    )
    .output(
      z.object({
        services: z.array(
          z.object({
            service: z.string(),
            isSilent: z.boolean().describe('only its callers tell of it: a database, something outside'),
            ...compared,
          }),
        ),
        calls: z
          .array(z.object({ caller: z.string(), callee: z.string(), ...compared }))
          .describe('between the services that are listed'),
        isCut: z.boolean().describe('there are more services than are listed'),
        everyNth,
      }),
    ),
};
