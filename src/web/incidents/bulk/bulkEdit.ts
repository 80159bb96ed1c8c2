import type { Dimension } from '../../../core/taxonomy/taxonomy.ts';
import type { api } from '../../api.ts';
import type { Found } from '../../ui/PickFound.tsx';
import type { Incident } from '../incident.ts';
import { LEADS_TO, type Transition } from '../transition.ts';

/** The choice that leaves a field as it is. */
export const AS_IS = 'as-is';

/** What is filled in to change several incidents. Words of the taxonomy are empty where they are taken away. */
export interface BulkValues extends Record<string, unknown> {
  severity: string;
  layer: string;
  causeClass: string;
  useCase: string;
  /** `as-is`, `set` to the team, or empty for none. */
  owner: string;
  team: Found | null;
  add: Found[];
  /** Ids of services. */
  remove: string[];
  transition: string;
  reason: string;
}

export const BLANK_BULK: BulkValues = {
  severity: AS_IS,
  layer: AS_IS,
  causeClass: AS_IS,
  useCase: AS_IS,
  owner: AS_IS,
  team: null,
  add: [],
  remove: [],
  transition: AS_IS,
  reason: '',
};

type EditMany = Parameters<typeof api.incidents.editMany.call>[0];

/** The team that is to own the incidents: null for none, undefined where that stays as it is or is not said yet. */
const ownerOf = ({ owner, team }: BulkValues): Found | null | undefined => {
  if (owner === AS_IS) return undefined;
  return owner === '' ? null : (team ?? undefined);
};

/** What of several incidents changes; what is left as it is, is not sent. */
export function toChanges(values: BulkValues): Omit<EditMany, 'items'> {
  const { severity, add, remove, transition, reason } = values;
  const owner = ownerOf(values);
  const term = (dimension: Dimension) =>
    values[dimension] === AS_IS ? {} : { [dimension]: values[dimension] || null };
  return {
    ...(severity !== AS_IS && { severity: severity as Incident['severity'] }),
    ...term('layer'),
    ...term('causeClass'),
    ...term('useCase'),
    ...(owner !== undefined && { ownerTeamId: owner?.id ?? null }),
    ...(add.length > 0 && { addServiceIds: add.map(({ id }) => id) }),
    ...(remove.length > 0 && { removeServiceIds: remove }),
    ...(transition !== AS_IS && { move: { transition: transition as Transition, reason } }),
  };
}

export interface Difference {
  field: 'severity' | 'state' | Dimension | 'services' | 'owner';
  /** Ids or names; null where there is none. Of services only what comes and goes is said. */
  before: string | null;
  after: string | null;
}

/** The services that come and go: `+ Queue, − Web`; null where none do. */
function servicesChange({ services }: Incident, { add, remove }: BulkValues): string | null {
  const isAffected = (id: string) => services.some(service => service.id === id);
  const come = add.filter(({ id }) => !isAffected(id) && !remove.includes(id));
  const go = services.filter(({ id }) => remove.includes(id));
  return [...come.map(({ name }) => `+ ${name}`), ...go.map(({ name }) => `− ${name}`)].join(', ') || null;
}

/** What a change would do to one incident, or that its state does not allow it. The server decides all the same. */
export function foresee(
  incident: Incident,
  values: BulkValues,
): { differences: Difference[]; refused: Transition | undefined } {
  const { severity, layer, causeClass, useCase, transition } = values;
  const step = transition === AS_IS ? undefined : (transition as Transition);
  const owner = ownerOf(values);
  const terms = { layer, causeClass, useCase };
  const all: Difference[] = [
    {
      field: 'severity',
      before: incident.severity,
      after: severity === AS_IS ? incident.severity : severity,
    },
    ...(Object.keys(terms) as Dimension[]).map(dimension => ({
      field: dimension,
      before: incident[dimension],
      after: terms[dimension] === AS_IS ? incident[dimension] : terms[dimension] || null,
    })),
    { field: 'services', before: null, after: servicesChange(incident, values) },
    { field: 'state', before: incident.state, after: step ? LEADS_TO[step] : incident.state },
  ];
  const owning = incident.teams.find(({ part }) => part === 'owner')?.name ?? null;
  if (owner !== undefined) all.push({ field: 'owner', before: owning, after: owner?.name ?? null });
  return {
    differences: all.filter(({ before, after }) => before !== after),
    refused: step && !incident.canGo.includes(step) ? step : undefined,
  };
}
