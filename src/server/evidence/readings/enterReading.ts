import { enterIncident } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { findDone } from './store.ts';

/** A reading that is done, and what it belongs to. */
export interface EnteredReading {
  id: string;
  incidentId: string;
  version: number;
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
