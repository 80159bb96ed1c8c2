import { APIError } from 'better-auth/api';
import { sql } from 'kysely';
import type { Role } from '../../../contract/roles.ts';
import { recordEvent } from '../audit/recordEvent.ts';
import type { Platform } from '../operations/context.ts';
import { acceptByMail } from './acceptByMail.ts';
import { isLastAdministrator } from './administrators.ts';
import type { AuthDatabase } from './authDatabase.ts';
import { type RoleMapping, rolesFromClaims } from './rolesFromClaims.ts';

interface Options {
  platform: Platform;
  database: AuthDatabase;
  roles: RoleMapping | null;
}

interface PersonRow {
  name: string;
  email: string;
  roles: Role[];
  isDisabled: boolean;
}

/**
 * The last question before a session begins, however the person proved to be themselves: may they still come in? One who
 * comes from the identity provider gets the roles of their groups.
 *
 * @throws APIError (403) for a disabled person
 */
export async function welcome({ platform, database, roles }: Options, personId: string): Promise<void> {
  const person = await findPerson(database, personId);
  if (!person || person.isDisabled)
    throw new APIError('FORBIDDEN', {
      code: 'account_disabled',
      message: 'This account is disabled. Ask an administrator.',
    });
  const { claims } = database.current();
  if (!claims) return;
  const at = platform.now().toISOString();
  const before = await acceptByMail(database.db, { ...person, id: personId }, at);
  const mapped = roles && rolesFromClaims(claims, roles);
  if (!mapped) return;
  // Whoever the groups belong to, somebody must be able to administer.
  const isLast = await isLastAdministrator(database.db, personId);
  const after = isLast ? [...new Set<Role>([...mapped, 'administrator'])] : mapped;
  if (after.join() === before.join()) return;
  await sql`
    update person set roles = ${after}, version = version + 1, updated_at = ${at} where id = ${personId}`.execute(
    database.db,
  );
  await recordEvent(database.db, {
    operation: 'people.edit',
    kind: 'change',
    actor: { kind: 'system', id: null, name: 'Single sign-on' },
    subject: { kind: 'person', id: personId },
    at,
    before: { roles: before },
    after: { roles: after },
  });
}

async function findPerson({ db }: AuthDatabase, id: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select name, email, roles, disabled_at is not null as "isDisabled" from person where id = ${id}`.execute(
    db,
  );
  return rows[0];
}
