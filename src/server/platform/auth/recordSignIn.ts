import type { GenericEndpointContext } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { sql } from 'kysely';
import type { AuditEvent } from '../audit/event.ts';
import { recordEvent } from '../audit/recordEvent.ts';
import type { Platform } from '../operations/context.ts';
import type { AuthDatabase } from './authDatabase.ts';
import { ADDRESS_HEADER } from './paths.ts';

interface Options {
  platform: Platform;
  database: AuthDatabase;
}

/** Paths of better-auth on which a session begins, and what each is called in the log. */
const SIGN_INS: Record<string, string> = {
  '/sign-in/email': 'signIn.password',
  '/callback/:id': 'signIn.singleSignOn',
  '/passkey/verify-authentication': 'signIn.passkey',
};
const ADD_PASSKEY = '/passkey/verify-registration';

interface Somebody {
  id: string;
  name: string;
}

/**
 * Puts a sign-in that better-auth just decided on record, or that somebody tried; in the transaction of the session.
 * Of a failed one the log holds who tried to be whom as erasable fields, and never a password.
 */
export async function recordSignIn(options: Options, context: GenericEndpointContext): Promise<void> {
  const { path } = context;
  const operation = SIGN_INS[path];
  if (operation) return recordOutcome(options, context, operation);
  const { session, returned } = context.context as typeof context.context & { returned?: unknown };
  if (path !== ADD_PASSKEY || isAPIError(returned) || !session) return;
  const { id, name } = returned as { id: string; name?: string };
  await write(options, context, {
    operation: 'passkeys.add',
    kind: 'change',
    actor: asActor(session.user),
    subject: { kind: 'passkey', id },
    after: { name: name ?? null },
  });
}

async function recordOutcome(
  options: Options,
  context: GenericEndpointContext,
  operation: string,
): Promise<void> {
  const person: Somebody | undefined = context.context.newSession?.user;
  if (person)
    return write(options, context, {
      operation,
      kind: 'sign_in',
      actor: asActor(person),
      subject: { kind: 'person', id: person.id },
    });
  const email: unknown = context.body?.email;
  const meant = typeof email === 'string' ? await findByEmail(options.database, email) : undefined;
  await write(options, context, {
    operation,
    kind: 'sign_in',
    outcome: 'failure',
    actor: { kind: 'anonymous', id: null },
    subject: meant ? { kind: 'person', id: meant.id } : null,
    input: typeof email === 'string' ? { email } : null,
  });
}

/** Puts on record that the identity provider's word made a new account, or opened one that was there. */
export async function recordProvider(
  options: Options,
  { personId, account }: { personId: string; account: 'new' | 'linked' },
  context: GenericEndpointContext | null,
): Promise<void> {
  if (!context) return;
  await write(options, context, {
    operation: account === 'new' ? 'people.add' : 'people.link',
    kind: 'change',
    actor: { kind: 'system', id: null, name: 'Single sign-on' },
    subject: { kind: 'person', id: personId },
  });
}

/** Puts a sign-out on record: the end of a session that its own browser asked for. */
export async function recordSignOut(
  options: Options,
  personId: string,
  context: GenericEndpointContext | null,
): Promise<void> {
  if (context?.path !== '/sign-out') return;
  await write(options, context, {
    operation: 'signOut',
    kind: 'sign_out',
    actor: { kind: 'person', id: personId, name: await findName(options.database, personId) },
    subject: { kind: 'person', id: personId },
  });
}

const asActor = ({ id, name }: Somebody) => ({ kind: 'person' as const, id, name });

const write = async (
  { platform, database }: Options,
  { headers }: GenericEndpointContext,
  event: Omit<AuditEvent, 'at' | 'ip' | 'userAgent'>,
): Promise<void> => {
  await recordEvent(database.db, {
    ...event,
    at: platform.now().toISOString(),
    ip: headers?.get(ADDRESS_HEADER) ?? null,
    userAgent: headers?.get('user-agent')?.slice(0, 500) ?? null,
  });
};

async function findByEmail({ db }: AuthDatabase, email: string): Promise<Somebody | undefined> {
  const { rows } = await sql<Somebody>`select id, name from person where email = lower(${email})`.execute(db);
  return rows[0];
}

async function findName({ db }: AuthDatabase, id: string): Promise<string | null> {
  const { rows } = await sql<Somebody>`select id, name from person where id = ${id}`.execute(db);
  return rows[0]?.name ?? null;
}
