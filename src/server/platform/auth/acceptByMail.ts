import { type Kysely, sql } from 'kysely';
import { ROLE_NAMES, type Role } from '../../../contract/roles.ts';
import { recordEvent } from '../audit/recordEvent.ts';

/**
 * Accepts the open invitation to a mail address that the identity provider vouches for: its roles and teams become the
 * person's.
 *
 * @returns the person's roles from now on
 */
export async function acceptByMail<Database>(
  db: Kysely<Database>,
  { id, name, email, roles }: { id: string; name: string; email: string; roles: readonly Role[] },
  at: string,
): Promise<readonly Role[]> {
  const { rows } = await sql<{ id: string; roles: Role[]; teamIds: string[] }>`
    update invitation set closed_at = ${at}, accepted_by = ${id}
    where email = ${email} and closed_at is null and expires_at > ${at}
    returning id, roles, team_ids as "teamIds"`.execute(db);
  const invitation = rows[0];
  if (!invitation) return roles;
  const together = ROLE_NAMES.filter(role => roles.includes(role) || invitation.roles.includes(role));
  await sql`
    update person set roles = ${together}, version = version + 1, updated_at = ${at} where id = ${id}`.execute(
    db,
  );
  await sql`
    insert into team_member (team_id, person_id)
    select team.id, ${id}::uuid from team where team.id = any (${invitation.teamIds}::uuid[])
    on conflict do nothing`.execute(db);
  await recordEvent(db, {
    operation: 'invitations.accept',
    kind: 'change',
    actor: { kind: 'person', id, name },
    subject: { kind: 'invitation', id: invitation.id },
    at,
    after: { roles: invitation.roles, teamIds: invitation.teamIds },
  });
  return together;
}
