import type { OperationContext } from '../../platform/operations/context.ts';
import * as store from './requestStore.ts';
import type { ReadingOptions } from './store.ts';

/** Tries until a reading whose storage or database does not answer is given up. */
export const MOST_ATTEMPTS = 8;

/**
 * Has all evidence of an incident read, in the transaction of the change that calls for it. Several changes at once make
 * one reading: one that waits takes in whatever is there when it begins; one that runs is ended.
 *
 * @param options default: those of the reading before
 * @returns the reading's id
 */
export async function requestReading(
  context: OperationContext,
  incidentId: string,
  options?: ReadingOptions,
): Promise<string> {
  const { db, actor, now } = context;
  await store.lockReadings(db, incidentId);
  await store.supersedeRunning(db, incidentId, now);
  const waiting = await store.findWaiting(db, incidentId);
  if (waiting && options) await store.updateOptions(db, waiting.id, options);
  const id =
    waiting?.id ??
    (await store.insertReading(db, {
      incidentId,
      options: options ?? (await store.findOptions(db, incidentId)),
      requestedBy: actor.id || null,
      at: now,
    }));
  await context.enqueue(
    'evidence.read',
    { readingId: id },
    { key: `evidence.read ${incidentId}`, mostAttempts: MOST_ATTEMPTS },
  );
  return id;
}
