import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Role } from '../../contract/roles.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';

/** A person with the names of their teams. */
const described = (db: Db) =>
  db
    .selectFrom('person')
    .select(eb => [
      'person.id',
      'person.version',
      'person.name',
      'person.email',
      sql<Role[]>`person.roles`.as('roles'),
      'person.disabledAt',
      'person.createdAt',
      'person.updatedAt',
      sql<string>`lower(person.name)`.as('sortKey'),
      jsonArrayFrom(
        eb
          .selectFrom('teamMember')
          .innerJoin('team', 'team.id', 'teamMember.teamId')
          .select(['team.id', 'team.name'])
          .whereRef('teamMember.personId', '=', 'person.id')
          .orderBy('team.name'),
      ).as('teams'),
    ]);

export type PersonRow = Awaited<ReturnType<typeof findPerson>> & {};

export interface PersonFilter {
  name?: string | undefined;
  role?: Role | undefined;
  teamId?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Sort key and id of the last person of the page before. */
  after?: readonly [string, string] | undefined;
  most: number;
}

/** People by name. */
export const listPeople = (db: Db, { name, role, teamId, isDisabled, after, most }: PersonFilter) =>
  described(db)
    .$if(name !== undefined, query =>
      query.where(
        sql<boolean>`(position(lower(${name}) in lower(person.name)) > 0 or position(lower(${name}) in person.email) > 0)`,
      ),
    )
    .$if(role !== undefined, query => query.where(sql<boolean>`${role} = any (person.roles)`))
    .$if(teamId !== undefined, query =>
      query.where(
        sql<boolean>`exists (select from team_member where person_id = person.id and team_id = ${teamId}::uuid)`,
      ),
    )
    .$if(isDisabled !== undefined, query =>
      query.where('person.disabledAt', isDisabled ? 'is not' : 'is', null),
    )
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(lower(person.name), person.id) > (${after![0]}, ${after![1]}::uuid)`),
    )
    .orderBy('sortKey')
    .orderBy('person.id')
    .limit(most)
    .execute();

export const findPerson = (db: Db, id: string) =>
  described(db).where('person.id', '=', id).executeTakeFirst();

export const findPersonByEmail = (db: Db, email: string) =>
  described(db).where('person.email', '=', email).executeTakeFirst();

/** The row's lock keeps two edits from seeing the same version. */
export const lockPerson = (db: Db, id: string) =>
  db.selectFrom('person').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export interface NewPerson {
  id: string;
  name: string;
  email: string;
  roles: readonly Role[];
  at: string;
}

/** Someone whose mail address was reached, or is vouched for by who typed it. */
export async function insertPerson(db: Db, { at, roles, ...fields }: NewPerson): Promise<void> {
  await db
    .insertInto('person')
    .values({ ...fields, roles: [...roles], emailVerified: true, createdAt: at, updatedAt: at })
    .execute();
}

export type PersonChanges = Changes<{ name: string; roles: readonly Role[]; disabledAt: string | null }>;

/** Changes some fields; the caller has locked the row. */
export async function updatePerson(
  db: Db,
  id: string,
  { roles, ...fields }: PersonChanges,
  at: string,
): Promise<void> {
  await db
    .updateTable('person')
    .set(eb => ({
      ...fields,
      ...(roles && { roles: [...roles] }),
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}
