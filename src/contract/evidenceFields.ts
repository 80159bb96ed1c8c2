import { z } from 'zod';
import { id, instant, line, named, version } from './values.ts';

/** A file's name, or its path in the folder it was taken from: `checkout/app.log`. */
export const fileName = line(1_000);

export const sha256 = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256: 64 digits and lower-case letters a to f');

/** One frozen file of evidence. */
export const evidenceItem = z.object({
  id,
  version,
  incidentId: id,
  name: z.string(),
  description: z.string(),
  bytes: z.int(),
  sha256: z.string().describe('of the original'),
  modifiedAt: instant.nullable().describe('when the file was last written, as its sender says'),
  collectedBy: named.nullable(),
  collectedAt: instant,
  updatedAt: instant,
  removal: z
    .object({ by: named.nullable(), at: instant, reason: z.string() })
    .nullable()
    .describe('who removed it and why; the original is gone then, the entry stays'),
});
