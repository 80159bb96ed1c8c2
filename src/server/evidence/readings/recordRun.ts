import { recordEvent } from '../../platform/audit/recordEvent.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import { SYSTEM } from '../../platform/operations/actor.ts';

/** Puts on record, in the transaction of the change, how a reading ended. */
export async function recordRun(
  db: Db,
  event: {
    operation: 'readings.finish' | 'readings.fail';
    readingId: string;
    incidentId: string;
    at: string;
    after: unknown;
  },
): Promise<void> {
  const { operation, readingId, incidentId, at, after } = event;
  await recordEvent(db, {
    kind: 'change',
    operation,
    actor: { kind: SYSTEM.kind, id: null, name: SYSTEM.name },
    subject: { kind: 'reading', id: readingId },
    incidentId,
    at,
    before: { state: 'running' },
    after,
  });
}
