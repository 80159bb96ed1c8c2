/** Who takes part in an incident, and who may see it. */
import { expect } from 'vitest';
import { CONTRIBUTORS, type Deed, RESTRICTERS, unless, when } from '../attempt.ts';
import { INCIDENT_ROLES, type Incident } from '../organisation.ts';
import { seesIncident } from '../sight.ts';

export const assignRole: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const role = draw.of(INCIDENT_ROLES)!;
  const person = draw.once(4) ? undefined : draw.of(organisation.people);
  const note = draw.line();
  const { ifMatch, isStale } = draw.basis(incident.version);
  return {
    operation: 'incidents.assignRole',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: (client, options) =>
      client.incidents.assignRole(
        { id: incident.id, role, personId: person?.id ?? null, note },
        { context: options },
      ),
    outcome: unless(
      [
        when(!seesIncident(organisation, actor, incident), 'not_found'),
        when(isStale, 'conflict'),
        when(incident.holders[role] === person?.id, 'conflict'),
        when(!!person?.isDisabled, 'invalid'),
      ],
      ({ roles }) => {
        expect(roles[role]?.id).toBe(person?.id);
        if (person) incident.holders[role] = person.id;
        else delete incident.holders[role];
        incident.version++;
      },
    ),
  };
};

export const setTeams: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const teamIds = draw.some(organisation.teams).map(({ id }) => id);
  const { ifMatch, isStale } = draw.basis(incident.version);
  return {
    operation: 'incidents.setTeams',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: (client, options) =>
      client.incidents.setTeams(
        {
          id: incident.id,
          teams: teamIds.map((teamId, index) => ({ teamId, part: index === 0 ? 'owner' : 'review' })),
        },
        { context: options },
      ),
    outcome: unless(
      [when(!seesIncident(organisation, actor, incident), 'not_found'), when(isStale, 'conflict')],
      () => {
        Object.assign(incident, { teamIds, version: incident.version + 1 });
      },
    ),
  };
};

interface Viewer {
  id: string | null;
  via: string;
  person: { id: string } | null;
  team: { id: string } | null;
}

/** Holds the list that an answer shows against the model's, which learns the entries' ids from it. */
function compareList(incident: Incident, viewers: readonly Viewer[]): void {
  const shown = viewers
    .filter(({ via }) => via === 'list')
    .map(({ id, person, team }) => ({ granteeId: (person ?? team)!.id, entryId: id! }));
  const idsOf = (grants: readonly { granteeId: string }[]) => grants.map(({ granteeId }) => granteeId).sort();
  expect(idsOf(shown)).toEqual(idsOf(incident.grants));
  incident.grants = shown;
}

export const grantAccess: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  const isTeam = draw.once(3);
  const grantee = draw.of<{ id: string }>(isTeam ? organisation.teams : organisation.people);
  if (!incident || !grantee) return undefined;
  return {
    operation: 'incidents.grantAccess',
    may: CONTRIBUTORS,
    send: (client, options) =>
      client.incidents.grantAccess(
        { id: incident.id, [isTeam ? 'teamId' : 'personId']: grantee.id, reason: 'Knows the system.' },
        { context: options },
      ),
    outcome: unless([when(!seesIncident(organisation, actor, incident), 'not_found')], ({ viewers }) => {
      if (!incident.grants.some(({ granteeId }) => granteeId === grantee.id))
        incident.grants.push({ granteeId: grantee.id });
      compareList(incident, viewers);
    }),
  };
};

export const revokeAccess: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  const grant = draw.of(incident?.grants.filter(({ entryId }) => entryId !== undefined) ?? []);
  if (!incident || !grant) return undefined;
  return {
    operation: 'incidents.revokeAccess',
    may: RESTRICTERS,
    send: (client, options) =>
      client.incidents.revokeAccess({ id: incident.id, entryId: grant.entryId! }, { context: options }),
    outcome: unless([when(!seesIncident(organisation, actor, incident), 'not_found')], ({ viewers }) => {
      incident.grants = incident.grants.filter(each => each !== grant);
      compareList(incident, viewers);
    }),
  };
};
