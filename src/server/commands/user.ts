import { randomUUIDv7 } from 'node:crypto';
import { email as emailSchema } from '../../contract/people.ts';
import { ROLE_NAMES, type Role } from '../../contract/roles.ts';
import { makeResetLink } from '../passwords/issueReset.ts';
import { changePerson } from '../people/changePerson.ts';
import {
  findPersonByEmail,
  insertPerson,
  listPeople,
  type PersonChanges,
  type PersonRow,
} from '../people/store.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { type CommandPlatform, CommandRefused, runCommand } from './runCommand.ts';

/** A link with which somebody sets their password, once. */
export interface PasswordLink {
  link: string;
  expiresAt: string;
}

const subject = ({ id }: { id: string }) => ({ kind: 'person', id });

/** Reads names of roles; throws CommandRefused that lists the roles. */
export function parseRoles(names: readonly string[]): Role[] {
  const unknown = names.filter(name => !ROLE_NAMES.some(role => role === name));
  if (unknown.length > 0 || names.length === 0)
    throw new CommandRefused(
      `${unknown.join(', ') || 'Nothing'} is not a role: give some of ${ROLE_NAMES.join(', ')}.`,
    );
  return ROLE_NAMES.filter(role => names.includes(role));
}

async function find(db: Db, email: string): Promise<PersonRow> {
  const person = await findPersonByEmail(db, email.toLowerCase());
  if (!person) throw new CommandRefused(`Nobody has the address ${email}. See: afterword user list`);
  return person;
}

/** `user add`: an account, and the link with which its person sets the password. */
export function addUser(
  platform: CommandPlatform,
  { email, name, roles }: { email: string; name: string; roles: readonly string[] },
): Promise<PasswordLink & { id: string }> {
  return runCommand(platform, async ({ db, now, record }) => {
    const address = emailSchema.safeParse(email);
    if (!address.success) throw new CommandRefused(`${email} is not a mail address.`);
    if (await findPersonByEmail(db, address.data))
      throw new CommandRefused(`${email} has an account already.`);
    const person = { id: randomUUIDv7(), name, email: address.data, roles: parseRoles(roles) };
    await insertPerson(db, { ...person, at: now });
    await record({ operation: 'people.add', subject: subject(person), after: person });
    return {
      id: person.id,
      ...(await makeResetLink(db, platform, { personId: person.id, lasts: 'handedOver' })),
    };
  });
}

/** `user list`: everyone, by name. */
export const listUsers = ({ db }: CommandPlatform): Promise<PersonRow[]> =>
  listPeople(db, { most: 1_000_000 });

const change = (
  platform: CommandPlatform,
  email: string,
  toChanges: (now: string) => PersonChanges,
): Promise<PersonRow> =>
  runCommand(platform, async ({ db, now, record }) => {
    const { id } = await find(db, email);
    const { before, after } = await changePerson(db, { id, changes: toChanges(now), at: now });
    await record({ operation: 'people.edit', subject: subject(after), before, after });
    return after;
  });

/** `user set-roles`: gives a person these roles instead of those before. */
export const setUserRoles = (
  platform: CommandPlatform,
  { email, roles }: { email: string; roles: readonly string[] },
): Promise<PersonRow> => change(platform, email, () => ({ roles: parseRoles(roles) }));

/** `user disable`: ends access at once, in every process. */
export const disableUser = (platform: CommandPlatform, { email }: { email: string }): Promise<PersonRow> =>
  change(platform, email, now => ({ disabledAt: now }));

/** `user enable`: lets a disabled person sign in again. */
export const enableUser = (platform: CommandPlatform, { email }: { email: string }): Promise<PersonRow> =>
  change(platform, email, () => ({ disabledAt: null }));

/** `user reset-password`: a link with which a person sets a new password. */
export const resetUserPassword = (
  platform: CommandPlatform,
  { email }: { email: string },
): Promise<PasswordLink> =>
  runCommand(platform, async ({ db, record }) => {
    const person = await find(db, email);
    await record({ operation: 'people.resetPassword', subject: subject(person) });
    return makeResetLink(db, platform, { personId: person.id, lasts: 'handedOver' });
  });
