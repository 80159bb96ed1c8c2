import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';

export interface TeamFields {
  name: string;
  description: string;
}

/** A team with the names of its members. */
const described = (db: Db) =>
  db
    .selectFrom('team')
    .select(eb => [
      'team.id',
      'team.version',
      'team.name',
      'team.description',
      'team.createdAt',
      'team.updatedAt',
      sql<string>`lower(team.name)`.as('sortKey'),
      jsonArrayFrom(
        eb
          .selectFrom('teamMember')
          .innerJoin('person', 'person.id', 'teamMember.personId')
          .select(['person.id', 'person.name'])
          .whereRef('teamMember.teamId', '=', 'team.id')
          .where('person.disabledAt', 'is', null)
          .orderBy('person.name'),
      ).as('members'),
    ]);

export type TeamRow = Awaited<ReturnType<typeof findTeam>> & {};

export interface TeamFilter {
  name?: string | undefined;
  /** Sort key and id of the last team of the page before. */
  after?: readonly [string, string] | undefined;
  most: number;
}

/** Teams by name. */
export const listTeams = (db: Db, { name, after, most }: TeamFilter) =>
  described(db)
    .$if(name !== undefined, query =>
      query.where(sql<boolean>`position(lower(${name}) in lower(team.name)) > 0`),
    )
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(lower(team.name), team.id) > (${after![0]}, ${after![1]}::uuid)`),
    )
    .orderBy('sortKey')
    .orderBy('team.id')
    .limit(most)
    .execute();

export const findTeam = (db: Db, id: string) => described(db).where('team.id', '=', id).executeTakeFirst();

/** The row's lock keeps two edits from seeing the same version. */
export const lockTeam = (db: Db, id: string) =>
  db.selectFrom('team').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Keeps a new team without members. */
export async function insertTeam(
  db: Db,
  { at, ...fields }: TeamFields & { id: string; at: string },
): Promise<void> {
  await db
    .insertInto('team')
    .values({ ...fields, createdAt: at, updatedAt: at })
    .execute();
}

/** Changes fields, or nothing but the version, as a change of members does. */
export async function updateTeam(db: Db, id: string, fields: Changes<TeamFields>, at: string): Promise<void> {
  await db
    .updateTable('team')
    .set(eb => ({ ...fields, updatedAt: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export const deleteTeam = (db: Db, id: string) => db.deleteFrom('team').where('id', '=', id).execute();

export const insertMember = (db: Db, teamId: string, personId: string) =>
  db
    .insertInto('teamMember')
    .values({ teamId, personId })
    .onConflict(conflict => conflict.doNothing())
    .execute();

export const deleteMember = (db: Db, teamId: string, personId: string) =>
  db.deleteFrom('teamMember').where('teamId', '=', teamId).where('personId', '=', personId).execute();
