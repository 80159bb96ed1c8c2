import type { Job } from '../platform/jobs/startJobs.ts';
import { discardOriginal } from './items/discardOriginal.ts';
import { readEvidence } from './readings/readEvidence.ts';
import { thinReadings } from './readings/thinReadings.ts';
import { sweepEvidence } from './sweep/sweepEvidence.ts';
import { discardParts } from './uploads/discardParts.ts';
import { expireUploads } from './uploads/expireUploads.ts';

/** Jobs of evidence by their names. */
export const evidenceJobs = {
  'evidence.discardOriginal': discardOriginal,
  'evidence.read': readEvidence,
  'evidence.sweep': sweepEvidence,
  'readings.thin': thinReadings,
  'uploads.discardParts': discardParts,
  'uploads.expire': expireUploads,
} satisfies Record<string, Job>;
