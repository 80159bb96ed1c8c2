import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../operations/actor.ts';

/** Whether an actor sees every incident, restricted or not: administrators (on record) and our own jobs. */
export const seesAll = ({ kind, roles }: Actor): boolean => kind === 'system' || roles.has('administrator');

/**
 * The condition under which an actor sees a row of `incident`. Every query that reads, lists or counts incidents holds
 * it, so that what may not be seen is not there.
 *
 * @param table name or alias of `incident` in the query, in snake_case
 */
export function visible(actor: Actor, table = 'incident'): RawBuilder<boolean> {
  if (seesAll(actor)) return sql`true`;
  if (actor.kind === 'anonymous') return sql`false`;
  const incident = sql.table(table);
  return sql`(not ${incident}.is_restricted or exists (
    select from incident_viewer
    where incident_viewer.incident_id = ${incident}.id
      and (incident_viewer.person_id = ${actor.id}::uuid or incident_viewer.team_id = any(${actor.teamIds}::uuid[]))
  ))`;
}

/**
 * The condition under which an actor sees what hangs on an incident: its notes, moments, evidence, postmortem.
 *
 * @param incidentId column that names the incident, in snake_case: `postmortem.incident_id`
 */
export const visibleThrough = (actor: Actor, incidentId: string): RawBuilder<boolean> =>
  sql`exists (
    select from incident as seen where seen.id = ${sql.ref(incidentId)} and ${visible(actor, 'seen')}
  )`;
