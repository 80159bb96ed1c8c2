import { enterIncident } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { findDone } from './store.ts';

/** A reading that is done, and what it belongs to. */
export interface EnteredReading {
  id: string;
  incidentId: string;
  version: number;
  /** When its records were given up; null while they are there. */
  thinnedAt: string | null;
}

/**
 * The reading that is asked about, of an incident that the actor sees; on record when that is restricted.
 *
 * @throws not_found when there is none that is done
 */
export async function enterReading(
  context: OperationContext,
  { incidentId, readingId }: { incidentId: string; readingId?: string | undefined },
): Promise<EnteredReading> {
  const incident = await enterIncident(context, incidentId);
  const reading = await findDone(context.db, incident.id, readingId);
  if (!reading)
    refuse(
      'not_found',
      readingId === undefined
        ? 'No evidence of this incident has been read yet. Upload some, or follow the reading that is under way.'
        : 'There is no such reading, or it came to no result. List the readings of the incident.',
    );
  return { ...reading, incidentId: incident.id };
}

/**
 * The same where its records, or the draft that cites them, are asked for.
 *
 * @throws not_found also when they were given up
 */
export async function enterThickReading(
  context: OperationContext,
  asked: { incidentId: string; readingId?: string | undefined },
): Promise<EnteredReading> {
  const reading = await enterReading(context, asked);
  if (reading.thinnedAt !== null)
    refuse(
      'not_found',
      `The records and the draft of this reading were given up at ${reading.thinnedAt}: a newer reading of the same evidence had come, and nothing referred to this one. Ask for the newest.`,
    );
  return reading;
}
