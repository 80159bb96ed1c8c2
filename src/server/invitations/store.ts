import { type SqlBool, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Role } from '../../contract/roles.ts';
import type { Db } from '../platform/db/openDatabase.ts';

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

/** The state of an invitation at an instant, in SQL. */
const stateAt = (now: string) => sql<InvitationState>`
  case
    when invitation.accepted_by is not null then 'accepted'
    when invitation.closed_at is not null then 'revoked'
    when invitation.expires_at <= ${now}::timestamptz then 'expired'
    else 'open'
  end`;

const described = (db: Db, now: string) =>
  db.selectFrom('invitation').select(eb => [
    'invitation.id',
    'invitation.email',
    sql<Role[]>`invitation.roles`.as('roles'),
    'invitation.teamIds',
    'invitation.expiresAt',
    'invitation.createdAt',
    stateAt(now).as('state'),
    jsonArrayFrom(
      eb
        .selectFrom('team')
        .select(['team.id', 'team.name'])
        .where(sql<SqlBool>`team.id = any (invitation.team_ids)`)
        .orderBy('team.name'),
    ).as('teams'),
    jsonObjectFrom(
      eb
        .selectFrom('person')
        .select(['person.id', 'person.name'])
        .whereRef('person.id', '=', 'invitation.invitedBy'),
    )
      .$notNull()
      .as('invitedBy'),
    jsonObjectFrom(
      eb
        .selectFrom('person')
        .select(['person.id', 'person.name'])
        .whereRef('person.id', '=', 'invitation.acceptedBy'),
    ).as('acceptedBy'),
  ]);

export type InvitationRow = Awaited<ReturnType<typeof findInvitation>> & {};

export interface InvitationFilter {
  state?: InvitationState | undefined;
  now: string;
  /** The last invitation of the page before. */
  after?: string | undefined;
  most: number;
}

/** Invitations, newest first: ids sort by creation. */
export const listInvitations = (db: Db, { state, now, after, most }: InvitationFilter) =>
  described(db, now)
    .$if(state !== undefined, query => query.where(sql<SqlBool>`${stateAt(now)} = ${state}`))
    .$if(after !== undefined, query => query.where(sql<SqlBool>`invitation.id < ${after}::uuid`))
    .orderBy('invitation.id', 'desc')
    .limit(most)
    .execute();

export const findInvitation = (db: Db, id: string, now: string) =>
  described(db, now).where('invitation.id', '=', id).executeTakeFirst();

/** Of two who accept one invitation at once, the second waits here. */
export const lockInvitation = (db: Db, id: string) =>
  db.selectFrom('invitation').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export interface NewInvitation {
  id: string;
  email: string;
  roles: readonly Role[];
  teamIds: readonly string[];
  invitedBy: string;
  expiresAt: string;
  createdAt: string;
}

/** Keeps a new invitation; there may be one open to an address. */
export async function insertInvitation(db: Db, { roles, teamIds, ...fields }: NewInvitation): Promise<void> {
  await db
    .insertInto('invitation')
    .values({ ...fields, roles: [...roles], teamIds: [...teamIds] })
    .execute();
}

/** Closes what is open to an address, if anything is. */
export const revokeOpen = (db: Db, email: string, at: string) =>
  db
    .updateTable('invitation')
    .set({ closedAt: at })
    .where('email', '=', email)
    .where('closedAt', 'is', null)
    .execute();

export const closeInvitation = (
  db: Db,
  id: string,
  { at, acceptedBy }: { at: string; acceptedBy: string | null },
) => db.updateTable('invitation').set({ closedAt: at, acceptedBy }).where('id', '=', id).execute();

/** Ids of teams that there are not. */
export async function absentTeams(db: Db, teamIds: readonly string[]): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await db.selectFrom('team').select('id').where('id', 'in', teamIds).execute();
  const found = new Set(rows.map(({ id }) => id));
  return teamIds.filter(id => !found.has(id));
}

/** Puts a person into those of some teams that are still there. */
export async function joinTeams(db: Db, personId: string, teamIds: readonly string[]): Promise<void> {
  await sql`
    insert into team_member (team_id, person_id)
    select id, ${personId}::uuid from team where id = any (${teamIds}::uuid[])
    on conflict do nothing`.execute(db);
}
