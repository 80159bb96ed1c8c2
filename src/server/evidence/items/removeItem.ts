import type { OperationContext } from '../../platform/operations/context.ts';
import { expectVersion } from '../../platform/operations/expectVersion.ts';
import { refuse, refuseAbsent } from '../../platform/operations/refuse.ts';
import { requestReading } from '../readings/requestReading.ts';
import { withdrawReadings } from '../readings/withdrawReadings.ts';
import { findItem, listPresent, lockItem, markRemoved } from './store.ts';
import { type EvidenceItem, toItem } from './toItem.ts';

/**
 * Removes a file: its original goes, and everything that was read from it, at once; what is left is read again. The
 * entry and the custody trail stay.
 *
 * @throws not_found, conflict
 */
export async function removeItem(
  context: OperationContext,
  { id, reason }: { id: string; reason: string },
): Promise<EvidenceItem> {
  const { db, actor, now } = context;
  await lockItem(db, id);
  const before = (await findItem(db, actor, id)) ?? refuseAbsent('evidence');
  if (before.removedAt !== null) refuse('conflict', 'This evidence was removed already.');
  expectVersion(context, before);
  await markRemoved(db, id, { by: actor.id || null, reason, at: now });
  const { incidentId, sealedKey } = before;
  await withdrawReadings(context, { incidentId, evidenceId: id });
  const after = toItem((await findItem(db, actor, id))!);
  await context.record({
    subject: { kind: 'evidence', id },
    incidentId,
    before: toItem(before),
    after,
  });
  await context.enqueue('evidence.discardOriginal', { sealedKey });
  if ((await listPresent(db, incidentId)).length > 0) await requestReading(context, incidentId);
  return after;
}
