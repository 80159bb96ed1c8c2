import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Db } from '../../platform/db/openDatabase.ts';

/** A role that a person has from `since` on. */
export interface Assignment {
  id: string;
  incidentId: string;
  role: string;
  personId: string;
  since: string;
  note: string;
  assignedBy: string | null;
}

/** Those of the ids that belong to no person who can sign in. */
export async function findAbsentPeople(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', ids)
    .where('disabledAt', 'is', null)
    .execute();
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter(id => !found.has(id));
}

/** Ends a role's present assignment, if it has one. */
export const endRole = (db: Db, incidentId: string, role: string, at: string) =>
  db
    .updateTable('incidentRole')
    .set({ until: at })
    .where('incidentId', '=', incidentId)
    .where('role', '=', role)
    .where('until', 'is', null)
    .execute();

/** Adds assignments that go on. */
export const insertRoles = (db: Db, assignments: readonly Assignment[]) =>
  db
    .insertInto('incidentRole')
    .values([...assignments])
    .execute();

/** Who had which role, in the order in which they took it. */
export const listRoles = (
  db: Db,
  incidentId: string,
  { after, most }: { after?: string | undefined; most: number },
) =>
  db
    .selectFrom('incidentRole')
    .innerJoin('person', 'person.id', 'incidentRole.personId')
    .select([
      'incidentRole.id',
      'incidentRole.role',
      'incidentRole.since',
      'incidentRole.until',
      'incidentRole.note',
    ])
    .select(eb => [
      'person.id as personId',
      'person.name as personName',
      jsonObjectFrom(
        eb
          .selectFrom('person as other')
          .select(['other.id', 'other.name'])
          .whereRef('other.id', '=', 'incidentRole.assignedBy'),
      ).as('assignedBy'),
    ])
    .where('incidentRole.incidentId', '=', incidentId)
    .$if(after !== undefined, query => query.where(sql<boolean>`incident_role.id > ${after}::uuid`))
    .orderBy('incidentRole.id')
    .limit(most)
    .execute();
