import { setTimeout as pause } from 'node:timers/promises';
import { enterIncident } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { operations } from '../../platform/operations/operations.ts';
import { listReadings, type ReadingRow } from './store.ts';
import { toReading } from './toReading.ts';

/** Milliseconds between two looks. The database is asked, because another process may run the reading. */
const INTERVAL = 400;
/** After this many milliseconds whoever follows asks again, and is asked again who it is. */
const LONGEST = 5 * 60_000;

const isOver = ({ state }: ReadingRow): boolean => state !== 'waiting' && state !== 'running';

/** Tells how far the newest reading of an incident is, each time something changed, until it is over. */
export const followReading = operations.readings.follow.handler(async ({ input, context, signal }) => {
  // Asked before the stream begins: a refusal is an answer of its own, not an event.
  const { id } = await enterIncident(context, input.incidentId);
  return changesOf(context, id, signal);
});

async function* changesOf(
  { db, askAgain }: OperationContext,
  incidentId: string,
  signal: AbortSignal | undefined,
) {
  const end = AbortSignal.any([AbortSignal.timeout(LONGEST), ...(signal ? [signal] : [])]);
  let told = '';
  while (!end.aborted) {
    const [newest] = await listReadings(db, await askAgain(), incidentId, { most: 1 });
    if (!newest) return;
    const reading = toReading(newest);
    const shown = JSON.stringify(reading);
    if (shown !== told) yield reading;
    told = shown;
    if (isOver(newest)) return;
    await pause(INTERVAL, undefined, { signal: end }).catch(() => undefined);
  }
}
