/** Several incidents that are changed together. */
import { expect } from 'vitest';
import { CONTRIBUTORS, type Deed, unless, when } from '../attempt.ts';
import type { Incident } from '../organisation.ts';
import { seesIncident } from '../sight.ts';
import { isPossible } from '../times.ts';

const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'] as const;

export const editManyIncidents: Deed = (organisation, actor, draw) => {
  const chosen = draw.some(organisation.incidents).slice(0, 4);
  if (chosen.length === 0) return undefined;
  const { now } = organisation;
  const severity = draw.of(SEVERITIES)!;
  const service = draw.of(organisation.services);
  const team = draw.once(2) ? draw.of(organisation.teams) : undefined;
  const isClosing = draw.once(3);
  const items = chosen.map(({ id, number, version }) => ({
    id: draw.once(2) ? number : id,
    version: draw.once(8) ? version + 1 : version,
  }));
  const timesOf = ({ times }: Incident) =>
    isClosing ? { ...times, closedAt: times.closedAt ?? now } : times;
  const canAll = chosen.every(
    (incident, i) =>
      seesIncident(organisation, actor, incident) &&
      items[i]!.version === incident.version &&
      (!isClosing || (incident.state === 'restored' && isPossible(timesOf(incident), now))),
  );
  return {
    operation: 'incidents.editMany',
    may: CONTRIBUTORS,
    send: ({ incidents }, options) =>
      incidents.editMany(
        {
          items,
          severity,
          ...(service && { addServiceIds: [service.id] }),
          ...(team && { ownerTeamId: team.id }),
          ...(isClosing && { move: { transition: 'close' } }),
        },
        { context: options },
      ),
    // All or none.
    outcome: unless([when(!canAll, 'conflict')], answer => {
      for (const incident of chosen)
        Object.assign(incident, {
          severity,
          serviceIds: [...new Set([...incident.serviceIds, ...(service ? [service.id] : [])])],
          teamIds: [...new Set([...incident.teamIds, ...(team ? [team.id] : [])])],
          times: timesOf(incident),
          version: incident.version + 1,
          ...(isClosing && { state: 'closed' }),
        });
      expect(answer.items.map(({ id, version }: Incident) => [id, version])).toEqual(
        chosen.map(({ id, version }) => [id, version]),
      );
    }),
  };
};
