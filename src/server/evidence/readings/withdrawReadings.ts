import { proposeMoments } from '../../moments/proposals/store.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { deleteDrafts } from '../../postmortems/bundleStore.ts';
import { findNewestVersion, lockReadings, withdraw } from './requestStore.ts';

/**
 * Takes back what was read from a file that is removed: results, drafts, and moments that nobody has judged. What
 * people took over into moments and texts of their own stays theirs.
 */
export async function withdrawReadings(
  { db, now }: OperationContext,
  { incidentId, evidenceId }: { incidentId: string; evidenceId: string },
): Promise<void> {
  await lockReadings(db, incidentId);
  const readingIds = await withdraw(db, evidenceId, now);
  await deleteDrafts(db, readingIds);
  const evidenceVersion = await findNewestVersion(db, incidentId);
  await proposeMoments(db, incidentId, { evidenceVersion, moments: [], at: now });
}
