import type { Platform } from '../../platform/operations/context.ts';
import { explainFailure } from './explainFailure.ts';
import { recordRun } from './recordRun.ts';
import { MOST_ATTEMPTS } from './requestReading.ts';
import { endBadly, type Run, waitAgain } from './runStore.ts';
import { Unwanted } from './watchRun.ts';

interface Broken extends Run {
  incidentId: string;
  error: unknown;
  attempt: number;
  /** The server stops; the reading has done nothing wrong. */
  isStopping: boolean;
}

/**
 * Ends a run that broke off: for good and with a plain reason where another try would meet the same, else so that it is
 * tried again. The evidence stays in any case.
 *
 * @throws the error, when the job is to run again
 */
export async function endReading(platform: Platform, broken: Broken): Promise<void> {
  const { readingId, runId, incidentId, error, attempt, isStopping } = broken;
  const { db, log } = platform;
  if (error instanceof Unwanted) return;
  if (isStopping) {
    await waitAgain(db, { readingId, runId }, null);
    throw error;
  }
  const { reason, isLasting } = explainFailure(error);
  log.warn({ err: error, readingId, incidentId }, 'evidence could not be read');
  if (!isLasting && attempt < MOST_ATTEMPTS) {
    await waitAgain(db, { readingId, runId }, reason);
    throw error;
  }
  const at = platform.now().toISOString();
  await db.transaction().execute(async transaction => {
    if (!(await endBadly(transaction, { readingId, runId }, { reason, at }))) return;
    await recordRun(transaction, {
      operation: 'readings.fail',
      readingId,
      incidentId,
      at,
      after: { state: 'failed', reason },
    });
  });
  platform.eventsCommitted();
}
