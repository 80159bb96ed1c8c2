import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/openDatabase.ts';

type Named = { id: string; name: string };

/** One who may see a restricted incident, and by what. */
export interface Viewer {
  id: string | null;
  via: 'list' | 'role' | 'team';
  person: Named | null;
  team: Named | null;
  reason: string;
  grantedBy: Named | null;
  at: string | null;
}

const named = (table: string): RawBuilder<Named | null> =>
  sql`case when ${sql.ref(`${table}.id`)} is not null
    then json_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${sql.ref(`${table}.name`)}) end`;

/** Everyone who may see an incident while it is restricted: its list, then those in a role, then its teams. */
export async function listViewers(db: Db, incidentId: string): Promise<Viewer[]> {
  const { rows } = await sql<Viewer>`
    select viewer.id, viewer.via, ${named('person')} as person, ${named('team')} as team,
      viewer.reason, ${named('granter')} as "grantedBy", viewer.at
    from (
      select id, 'list' as via, 1 as place, person_id, team_id, reason, granted_by, created_at as at
      from incident_access where incident_id = ${incidentId}::uuid
      union all
      select null, 'role', 2, person_id, null, role, assigned_by, since
      from incident_role where incident_id = ${incidentId}::uuid and until is null
      union all
      select null, 'team', 3, null, team_id, part, null, null
      from incident_team where incident_id = ${incidentId}::uuid
    ) viewer
    left join person on person.id = viewer.person_id
    left join team on team.id = viewer.team_id
    left join person granter on granter.id = viewer.granted_by
    order by viewer.place, coalesce(person.name, team.name), viewer.id`.execute(db);
  return rows;
}

/** An entry of the list: a person or a team. */
export interface Grant {
  id: string;
  incidentId: string;
  personId: string | null;
  teamId: string | null;
  reason: string;
  grantedBy: string | null;
  createdAt: string;
}

/** Puts people and teams on the list; who stands there already stays with the first reason. */
export async function insertGrants(db: Db, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  await db
    .insertInto('incidentAccess')
    .values([...grants])
    .onConflict(conflict => conflict.columns(['incidentId', 'personId', 'teamId']).doNothing())
    .execute();
}

/** Takes an entry off the list; false when it was not there. */
export async function deleteGrant(db: Db, incidentId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('incidentAccess')
    .where('incidentId', '=', incidentId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
