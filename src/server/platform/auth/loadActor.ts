import { sql } from 'kysely';
import type { Role } from '../../../contract/roles.ts';
import type { Db } from '../db/openDatabase.ts';
import type { Actor } from '../operations/actor.ts';

/** A person as an actor; null for one who is not there or was disabled. */
export async function loadActor(db: Db, personId: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'roles'])
    .select(
      sql<string[]>`array(select team_id::text from team_member where person_id = person.id)`.as('teamIds'),
    )
    .where('id', '=', personId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { roles, ...person } = row;
  return { ...person, kind: 'person', roles: new Set(roles as Role[]), scopes: null };
}
