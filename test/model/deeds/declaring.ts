import { expect } from 'vitest';
import { CONTRIBUTORS, type Deed, RESTRICTERS, unless, when } from '../attempt.ts';
import { INCIDENT_ROLES, type Times } from '../organisation.ts';
import { seesIncident } from '../sight.ts';
import { isPossible } from '../times.ts';

const MINUTE = 60_000;
const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4'] as const;
const NO_TIMES: Times = {
  startedAt: null,
  detectedAt: null,
  declaredAt: null,
  acknowledgedAt: null,
  mitigatedAt: null,
  restoredAt: null,
  closedAt: null,
};

export const declare: Deed = (organisation, actor, draw) => {
  const { people, teams, services, incidents, now } = organisation;
  const isEmpty = draw.once(12);
  const title = isEmpty ? ' \t ' : draw.line();
  const severity = draw.of(SEVERITIES)!;
  const startedAt = draw.once(3) ? now - draw.number(120) * MINUTE : null;
  const detectedAt = draw.once(4) ? now - (draw.number(60) - 3) * MINUTE : null;
  const serviceIds = draw.some(services).map(({ id }) => id);
  const teamIds = draw.once(3) ? draw.some(teams).map(({ id }) => id) : [];
  const role = draw.of(INCIDENT_ROLES)!;
  const holder = draw.once(3) ? draw.of(people) : undefined;
  const isRestricted = draw.once(3);
  const grantees = isRestricted ? draw.some(people).slice(0, 2) : [];
  const times = { ...NO_TIMES, startedAt, detectedAt, declaredAt: now };
  return {
    operation: 'incidents.declare',
    may: CONTRIBUTORS,
    send: (client, options) =>
      client.incidents.declare(
        {
          title,
          severity,
          serviceIds,
          times: {
            ...(startedAt !== null && { startedAt: new Date(startedAt).toISOString() }),
            ...(detectedAt !== null && { detectedAt: new Date(detectedAt).toISOString() }),
          },
          teams: teamIds.map(teamId => ({ teamId, part: 'contributor' })),
          roles: holder ? { [role]: holder.id } : {},
          ...(isRestricted && {
            restriction: {
              reason: 'Not for everyone.',
              access: grantees.map(({ id }) => ({ personId: id, reason: 'Is needed.' })),
            },
          }),
        },
        { context: options },
      ),
    outcome: unless(
      [
        when(isEmpty, 'invalid'),
        when(!isPossible(times, now), 'invalid'),
        when(!!holder?.isDisabled, 'invalid'),
      ],
      ({ id, number, version }) => {
        expect(version).toBe(1);
        incidents.push({
          id,
          number,
          version,
          title,
          severity,
          state: 'declared',
          declaredBy: actor.id,
          isRestricted,
          grants: [...new Set([actor.id, ...grantees.map(grantee => grantee.id)])].map(granteeId => ({
            granteeId,
          })),
          holders: holder ? { [role]: holder.id } : {},
          teamIds,
          serviceIds,
          times,
        });
      },
    ),
  };
};

export const edit: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const { ifMatch, isStale } = draw.basis(incident.version);
  const title = draw.once(3) ? incident.title : draw.line();
  const severity = draw.of(SEVERITIES)!;
  const serviceIds = draw.some(organisation.services).map(({ id }) => id);
  const ref = draw.once(2) ? incident.number : incident.id;
  return {
    operation: 'incidents.edit',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: (client, options) =>
      client.incidents.edit({ id: ref, title, severity, serviceIds }, { context: options }),
    outcome: unless(
      [when(!seesIncident(organisation, actor, incident), 'not_found'), when(isStale, 'conflict')],
      ({ version }) => {
        Object.assign(incident, { title, severity, serviceIds, version: incident.version + 1 });
        expect(version).toBe(incident.version);
      },
    ),
  };
};

const restriction =
  (isToBe: boolean): Deed =>
  (organisation, actor, draw) => {
    const incident = draw.of(organisation.incidents);
    if (!incident) return undefined;
    const { ifMatch, isStale } = draw.basis(incident.version);
    const input = { id: incident.id, reason: 'It was decided so.' };
    return {
      operation: isToBe ? 'incidents.restrict' : 'incidents.unrestrict',
      may: RESTRICTERS,
      ifMatch,
      isExclusive: true,
      send: ({ incidents }, options) =>
        isToBe
          ? incidents.restrict(input, { context: options })
          : incidents.unrestrict(input, { context: options }),
      outcome: unless(
        [
          when(!seesIncident(organisation, actor, incident), 'not_found'),
          when(isStale, 'conflict'),
          when(incident.isRestricted === isToBe, 'conflict'),
        ],
        ({ isRestricted }) => {
          expect(isRestricted).toBe(isToBe);
          incident.isRestricted = isToBe;
          incident.version++;
          if (isToBe && !incident.grants.some(({ granteeId }) => granteeId === actor.id))
            incident.grants.push({ granteeId: actor.id });
        },
      ),
    };
  };

export const restrict = restriction(true);
export const unrestrict = restriction(false);
