import { INCIDENT_ROLES } from '../../contract/incidentFields.ts';
import { parseInstant } from '../../core/instant.ts';
import { checkTimes } from '../../core/lifecycle/checkTimes.ts';
import { INCIDENT_TABLE, type IncidentState } from '../../core/lifecycle/incident.ts';
import { durationsOf } from '../../core/lifecycle/incidentDurations.ts';
import {
  type IncidentTimes,
  TIME_NAMES,
  type TimeName,
  unknownTimes,
} from '../../core/lifecycle/incidentTimes.ts';
import { offeredTransitions } from '../../core/lifecycle/stateTable.ts';
import type { Severity } from '../../core/taxonomy/severities.ts';
import type { ImpactFigure, IncidentRow } from './store.ts';

/** `INC-12` */
export const printNumber = (number: number): string => `INC-${number}`;

/** The times of a row in microseconds, as the core counts. */
export const timesOf = (row: Readonly<Record<TimeName, string | null>>): IncidentTimes =>
  mapTimes(name => (row[name] === null ? null : parseInstant(row[name])));

/** One value for each time. */
export const mapTimes = <T>(of: (name: TimeName) => T): Record<TimeName, T> =>
  Object.fromEntries(TIME_NAMES.map(name => [name, of(name)])) as Record<TimeName, T>;

/** An incident as the contract shows it: the row, and what the core says of it. `now` in ISO. */
export function toIncident(row: IncidentRow, now: string) {
  const state = row.state as IncidentState;
  const times = timesOf(row);
  const holderOf = (role: string) => {
    const holder = row.holders.find(each => each.role === role);
    return holder ? { id: holder.id, name: holder.name } : null;
  };
  return {
    id: row.id,
    number: printNumber(row.number),
    version: row.version,
    title: row.title,
    summary: row.summary,
    severity: row.severity as Severity,
    state,
    canGo: offeredTransitions(INCIDENT_TABLE, state),
    layer: row.layer,
    causeClass: row.causeClass,
    useCase: row.useCase,
    isRestricted: row.isRestricted,
    restrictionReason: row.restrictionReason,
    services: row.services,
    teams: row.teams as { id: string; name: string; part: 'owner' | 'contributor' | 'review' }[],
    roles: Object.fromEntries(INCIDENT_ROLES.map(role => [role, holderOf(role)])) as Record<
      (typeof INCIDENT_ROLES)[number],
      { id: string; name: string } | null
    >,
    impact: row.impact as ImpactFigure[],
    links: row.links as { title: string; url: string }[],
    times: mapTimes(name => row[name]),
    durations: durationsOf(times),
    unknownTimes: unknownTimes(state, times),
    remarks: checkTimes(times, { now: parseInstant(now) }),
    declaredBy: row.declarer,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export type Incident = ReturnType<typeof toIncident>;
