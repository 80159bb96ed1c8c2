import { recordEvent } from '../../platform/audit/recordEvent.ts';
import type { Job } from '../../platform/jobs/startJobs.ts';
import { SYSTEM } from '../../platform/operations/actor.ts';
import type { Platform } from '../../platform/operations/context.ts';
import { deleteDrafts } from '../../postmortems/bundleStore.ts';
import { lockReadings } from './requestStore.ts';
import { findSuperseded, type Superseded, thin } from './thinStore.ts';

const DAY = 24 * 3_600_000;
const BATCH = 100;

/**
 * Job: gives up records and drafts of readings that newer ones superseded long ago and that nothing refers to, each on
 * record. Originals stay: what was given up can be read again. The objects go with the next sweep, as all that no row names.
 */
export const thinReadings = (async (_payload: unknown, { platform, signal }) => {
  const { readingDays, now, db } = platform;
  if (readingDays === 0) return;
  const before = new Date(now().getTime() - readingDays * DAY).toISOString();
  for (let found = BATCH; found === BATCH && !signal.aborted; ) {
    const superseded = await findSuperseded(db, { before, most: BATCH });
    for (const reading of superseded) await giveUp(platform, reading, before);
    found = superseded.length;
  }
}) satisfies Job;

/** Under the lock that removing evidence takes too: what it withdrew meanwhile is left to it. */
async function giveUp({ db, now }: Platform, { id, incidentId }: Superseded, before: string): Promise<void> {
  const at = now().toISOString();
  await db.transaction().execute(async transaction => {
    await lockReadings(transaction, incidentId);
    const files = await thin(transaction, id, at);
    if (!files) return;
    await deleteDrafts(transaction, [id]);
    await recordEvent(transaction, {
      kind: 'change',
      operation: 'readings.thin',
      actor: { kind: SYSTEM.kind, id: null, name: SYSTEM.name },
      subject: { kind: 'reading', id },
      incidentId,
      at,
      before: { files },
      after: {
        files: [],
        because: `a newer reading ended, and nothing referred to this one; it ended before ${before}`,
      },
    });
  });
}
