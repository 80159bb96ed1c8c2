import type { IncidentTransition } from '../../../core/lifecycle/incident.ts';
import type { Severity } from '../../../core/taxonomy/severities.ts';
import { changeEach, expectItemVersion } from '../../platform/operations/changeEach.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { changeLocked } from '../changeIncident.ts';
import { checkTerms } from '../checkTerms.ts';
import { setTeams } from '../roles/setTeams.ts';
import { setServices } from '../setServices.ts';
import type { IncidentRow } from '../store.ts';
import { planStep } from '../times/replaceTimes.ts';
import type { Incident } from '../toIncident.ts';
import { lockIncidents } from './store.ts';

export interface ManyEdit {
  /** `id`: an id, or a number such as `INC-12`. */
  items: readonly { id: string; version?: number | undefined }[];
  severity?: Severity | undefined;
  layer?: string | null | undefined;
  causeClass?: string | null | undefined;
  useCase?: string | null | undefined;
  addServiceIds: readonly string[];
  removeServiceIds: readonly string[];
  /** Null when no team owns them any more. */
  ownerTeamId?: string | null | undefined;
  move?: { transition: IncidentTransition; reason: string } | undefined;
}

/** The teams after another one became the owner: the one before contributes. */
function withOwner({ teams }: IncidentRow, ownerTeamId: string | null): { teamId: string; part: string }[] {
  const others = teams
    .filter(({ id }) => id !== ownerTeamId)
    .map(({ id, part }) => ({ teamId: id, part: part === 'owner' ? 'contributor' : part }));
  return ownerTeamId === null ? others : [...others, { teamId: ownerTeamId, part: 'owner' }];
}

/**
 * Changes several incidents, all or none.
 *
 * @returns the incidents in the order in which they were asked for
 * @throws conflict with one issue for each incident that cannot be changed so: `/items/3`
 */
export async function editMany(
  context: OperationContext,
  { items, addServiceIds, removeServiceIds, ownerTeamId, move, ...fields }: ManyEdit,
): Promise<Incident[]> {
  const locked = await lockIncidents(
    context.db,
    context.actor,
    items.map(({ id }) => id),
  );
  if (new Set(locked.values()).size < locked.size)
    refuse('invalid', 'An incident is named twice. Name each once.');
  return changeEach(items, 'incidents', item => {
    const id =
      locked.get(item.id) ?? refuse('not_found', 'There is no such incident, or you may not see it.');
    return changeLocked(context, id, async before => {
      expectItemVersion(item, before);
      await checkTerms(context, fields, before);
      if (addServiceIds.length + removeServiceIds.length > 0) {
        const affected = new Set([...before.services.map(service => service.id), ...addServiceIds]);
        for (const removed of removeServiceIds) affected.delete(removed);
        await setServices(context, id, [...affected]);
      }
      if (ownerTeamId !== undefined) await setTeams(context, id, withOwner(before, ownerTeamId));
      return { ...fields, ...(move && (await planStep(context, before, move))) };
    });
  });
}
