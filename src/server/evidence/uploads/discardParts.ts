import type { Job } from '../../platform/jobs/startJobs.ts';
import { partsPrefix } from './receivePart.ts';

/** Job: deletes what an upload that ended left in the object store. */
export const discardParts = (async ({ uploadId }: { uploadId: string }, { platform: { objects } }) => {
  for await (const { key } of objects.list(partsPrefix(uploadId))) await objects.delete(key);
}) satisfies Job;
