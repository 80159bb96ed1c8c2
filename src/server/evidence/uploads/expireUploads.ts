import { recordEvent } from '../../platform/audit/recordEvent.ts';
import { enqueueJob } from '../../platform/jobs/enqueueJob.ts';
import type { Job } from '../../platform/jobs/startJobs.ts';
import { SYSTEM } from '../../platform/operations/actor.ts';
import { endUpload, lockSilentUploads } from './store.ts';
import { PATIENCE } from './toUpload.ts';

/** Job: gives up uploads to which nothing came for days, a hundred a transaction. */
export const expireUploads = (async (_payload: unknown, { platform }) => {
  const at = platform.now();
  const before = new Date(at.getTime() - PATIENCE).toISOString();
  for (let ended = 1; ended > 0; ) {
    ended = await platform.db.transaction().execute(async db => {
      const silent = await lockSilentUploads(db, before);
      for (const { id, incidentId } of silent) {
        await endUpload(db, id, { state: 'expired' });
        await enqueueJob(db, 'uploads.discardParts', { uploadId: id });
        await recordEvent(db, {
          kind: 'change',
          operation: 'uploads.expire',
          actor: { kind: SYSTEM.kind, id: null, name: SYSTEM.name },
          subject: { kind: 'upload', id },
          incidentId,
          at: at.toISOString(),
          before: { state: 'open' },
          after: { state: 'expired' },
        });
      }
      return silent.length;
    });
    platform.eventsCommitted();
  }
}) satisfies Job;
