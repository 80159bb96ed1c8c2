import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../operations/actor.ts';

/** Whether an actor sees every incident, restricted or not: administrators (on record) and our own jobs. */
export const seesAll = ({ kind, roles }: Actor): boolean => kind === 'system' || roles.has('administrator');

/**
 * The condition under which an actor sees a row of `incident`: it is not restricted, or they are on its list, have a
 * role in it now, or belong to a team that takes part. Every query that reads, lists or counts incidents holds it, so
 * that what may not be seen is not there.
 *
 * Three conditions of one table each, not one over a union: each is answered by an index of its own, incident by
 * incident. `offset 0` keeps PostgreSQL from gathering all incidents of a team first, for the few that are restricted.
 *
 * @param table name or alias of `incident` in the query, in snake_case
 */
export function visible(actor: Actor, table = 'incident'): RawBuilder<boolean> {
  if (seesAll(actor)) return sql`true`;
  if (actor.kind === 'anonymous') return sql`false`;
  const incidentId = sql.ref(`${table}.id`);
  return sql`(
    not ${sql.ref(`${table}.is_restricted`)}
    or exists (
      select from incident_access
      where incident_access.incident_id = ${incidentId}
        and (incident_access.person_id = ${actor.id}::uuid or incident_access.team_id = any(${actor.teamIds}::uuid[]))
      offset 0
    )
    or exists (
      select from incident_role
      where incident_role.incident_id = ${incidentId}
        and incident_role.person_id = ${actor.id}::uuid and incident_role.until is null
      offset 0
    )
    or exists (
      select from incident_team
      where incident_team.incident_id = ${incidentId} and incident_team.team_id = any(${actor.teamIds}::uuid[])
      offset 0
    )
  )`;
}

/**
 * The condition under which an actor sees what hangs on an incident: its notes, moments, evidence, postmortem.
 *
 * @param incidentId column that names the incident, in snake_case: `postmortem.incident_id`
 */
export const visibleThrough = (actor: Actor, incidentId: string): RawBuilder<boolean> =>
  seesAll(actor)
    ? sql`${sql.ref(incidentId)} is not null`
    : sql`exists (
        select from incident as seen where seen.id = ${sql.ref(incidentId)} and ${visible(actor, 'seen')}
      )`;
