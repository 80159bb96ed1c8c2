import { sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';

/** Replaces the list of those who may see a postmortem; ids that are no person's or team's are left out and returned. */
export async function replaceAccess(
  db: Db,
  postmortemId: string,
  { personIds, teamIds }: { personIds: readonly string[]; teamIds: readonly string[] },
): Promise<string[]> {
  await db.deleteFrom('postmortemAccess').where('postmortemId', '=', postmortemId).execute();
  const { rows } = await sql<{ id: string }>`
    insert into postmortem_access (postmortem_id, person_id, team_id)
    select ${postmortemId}::uuid, person.id, null from person where person.id = any(${personIds}::uuid[])
    union all
    select ${postmortemId}::uuid, null, team.id from team where team.id = any(${teamIds}::uuid[])
    returning coalesce(person_id, team_id) as id`.execute(db);
  const found = new Set(rows.map(({ id }) => id));
  return [...personIds, ...teamIds].filter(id => !found.has(id));
}
