import type { OperationContext } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { replaceTeams } from '../store.ts';

/**
 * Says which teams take part in an incident.
 *
 * @throws invalid when there is no such team
 */
export async function setTeams(
  { db }: OperationContext,
  incidentId: string,
  teams: readonly { teamId: string; part: string }[],
): Promise<void> {
  const absent = await replaceTeams(db, incidentId, teams);
  if (absent.length > 0) refuse('invalid', `No team has the id ${absent.join(' or ')}: add it first.`);
}
