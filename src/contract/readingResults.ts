import { z } from 'zod';
import { CAUSE_KINDS, GAP_KINDS } from '../core/document/schema/words.ts';
import { instant } from './values.ts';

/** What a file was read as, and what of it was not understood. */
export const coverageRow = z.object({
  path: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  readers: z.record(z.string(), z.int()).describe('records by the format that they were read as'),
  records: z.int(),
  lines: z.int(),
  folded: z.int().describe('lines that continue the record before them'),
  text: z.int().describe('kept as text, because no reader understood them'),
  withoutTime: z.int(),
  from: instant.nullable(),
  to: instant.nullable(),
  zone: z.string(),
  zoneBasis: z.enum(['written', 'given', 'inferred', 'assumed', 'none']),
  skipped: z.string().describe('why it was not read; empty when it was'),
  notes: z.array(z.string()),
});

/** What one must know of the evidence before trusting an order or an absence. */
export const gap = z.object({
  kind: z.enum(GAP_KINDS),
  source: z.string(),
  from: instant.nullable(),
  to: instant.nullable(),
  count: z.int().nullable(),
  text: z.string(),
});

/** What is known of every clock against the one that others are compared with. */
export const clockReport = z.object({
  reference: z.string(),
  clocks: z.array(
    z.object({
      clock: z.string().describe('a host, or a source where no host is named'),
      records: z.int(),
      pairs: z.int().describe('events that tie it to other clocks'),
      state: z.enum(['reference', 'corrected', 'agrees', 'unknown', 'contradictory']),
      segments: z.array(
        z.object({
          from: instant,
          to: instant,
          offsetUs: z.number().describe('microseconds to add to its stamps at `from`'),
          driftPpm: z.number(),
          uncertaintyUs: z.number(),
        }),
      ),
      note: z.string(),
    }),
  ),
  contradictions: z.array(z.object({ clocks: z.array(z.string()), text: z.string() })),
});

/** How often each rule replaced something, and how many different values it found. */
export const redactionCount = z.object({
  rule: z.string(),
  kind: z.string(),
  replacements: z.int(),
  values: z.int(),
});

/** One replacement: where, by which rule, and the token that stands there now; never the value. */
export const replacement = z.object({
  path: z.string(),
  line: z.int(),
  field: z.string().describe('of the record: `body`, or the name of an attribute'),
  start: z.int(),
  end: z.int(),
  rule: z.string(),
  kind: z.string(),
  token: z.string(),
});

/** A likely cause and why; a person decides. */
export const suspect = z.object({
  rank: z.int(),
  service: z.string(),
  component: z.string().describe('narrower than the service where the evidence allows'),
  kind: z.enum(CAUSE_KINDS),
  score: z.number().describe('0 to 1, comparable within one list only'),
  reason: z.string(),
  signals: z.array(
    z.object({
      from: z.enum(['metric', 'log', 'trace', 'change', 'alert']),
      text: z.string(),
      score: z.number(),
      cites: z.array(z.string()).describe('citations of the draft'),
    }),
  ),
  from: instant.nullable(),
  cites: z.array(z.string()),
});
