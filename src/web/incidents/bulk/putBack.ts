import { api } from '../../api.ts';
import { sayError } from '../../ui/Toasts.tsx';
import type { Incident } from '../incident.ts';

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
const without = (ids: readonly string[], others: readonly string[]): string[] =>
  ids.filter(id => !others.includes(id));

/** What was changed, the other way round. */
const backwards = (before: Incident, after: Incident) => ({
  severity: before.severity,
  layer: before.layer,
  causeClass: before.causeClass,
  useCase: before.useCase,
  addServiceIds: without(idsOf(before.services), idsOf(after.services)).sort(),
  removeServiceIds: without(idsOf(after.services), idsOf(before.services)).sort(),
});

const teamsText = ({ teams }: Incident): string => JSON.stringify(teams);

/**
 * Gives incidents back what they had before they were changed together; those that were alike go together. One that
 * somebody else changed since is refused, and said so.
 *
 * @param changed the incidents after the change, in the order of `before`
 */
export async function putBack(before: readonly Incident[], changed: readonly Incident[]): Promise<void> {
  const pairs = before.map((was, i) => ({ was, is: changed[i]! }));
  const alike = Map.groupBy(pairs, ({ was, is }) => JSON.stringify(backwards(was, is)));
  try {
    for (const group of alike.values()) {
      const { was, is } = group[0]!;
      await api.incidents.editMany.call({
        items: group.map(({ is: { id, version } }) => ({ id, version })),
        ...backwards(was, is),
      });
    }
    for (const { was, is } of pairs)
      if (teamsText(was) !== teamsText(is))
        await api.incidents.setTeams.call(
          { id: was.id, teams: was.teams.map(({ id, part }) => ({ teamId: id, part })) },
          { context: { ifMatch: is.version + 1 } },
        );
  } catch (error) {
    sayError(error);
  }
}
