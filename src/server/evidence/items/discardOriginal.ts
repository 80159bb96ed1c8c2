import type { Job } from '../../platform/jobs/startJobs.ts';
import { isNeeded } from './store.ts';

/** Job: deletes the sealed original of a file that was removed. */
export const discardOriginal = (async (
  { sealedKey }: { sealedKey: string },
  { platform: { db, objects } },
) => {
  if (!(await isNeeded(db, sealedKey))) await objects.delete(sealedKey);
}) satisfies Job;
