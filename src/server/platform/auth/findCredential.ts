import type pg from 'pg';
import type { Role } from '../../../contract/roles.ts';
import { gather } from '../db/gather.ts';

/** How exactly a last use is kept: a write for each request would cost more than the request. */
const USE_IS_KEPT_TO = '10 minutes';

/** Who a session or a token belongs to, with all that decides what they may. */
export interface CredentialRow {
  /** Of the session or token. */
  credentialId: string;
  scopes: string[] | null;
  isUseDue: boolean;
  /** When the session began; null for a token. */
  signedInAt: string | null;
  id: string;
  name: string;
  email: string;
  roles: Role[];
  teamIds: string[];
}

const PERSON = `
  person.id, person.name, person.email, person.roles,
  array(select team_id::text from team_member where person_id = person.id) as "teamIds"`;

const BY_SESSION = `
  select session.token as key, session.id as "credentialId", null::text[] as scopes, session.created_at as "signedInAt",
    session.updated_at < $2::timestamptz - interval '${USE_IS_KEPT_TO}' as "isUseDue", ${PERSON}
  from session join person on person.id = session.person_id
  where session.token = any($1) and session.expires_at > $2::timestamptz
    and session.updated_at > $2::timestamptz - $3 * interval '1 second' and person.disabled_at is null`;

const BY_TOKEN = `
  select encode(api_token.hash, 'hex') as key, api_token.id as "credentialId", api_token.scopes, null as "signedInAt",
    coalesce(api_token.last_used_at < $2::timestamptz - interval '${USE_IS_KEPT_TO}', true) as "isUseDue", ${PERSON}
  from api_token join person on person.id = api_token.person_id
  where api_token.hash = any($1::bytea[]) and (api_token.expires_at is null or api_token.expires_at > $2::timestamptz)
    and person.disabled_at is null`;

export interface Credentials {
  /** The session, if it lives, with its person, roles and teams. */
  bySession(token: string): Promise<CredentialRow | undefined>;
  /** The token with this SHA-256, if it is good, with its person, roles and teams. */
  byTokenHash(hash: Buffer): Promise<CredentialRow | undefined>;
}

/**
 * Looks up who comes with what: one prepared query for all requests of a moment, and a page makes several at once.
 *
 * @param longestIdle seconds after which a session that nobody used has ended; it ends anyway when it expires
 */
export function openCredentials(pool: pg.Pool, now: () => Date, longestIdle: number): Credentials {
  const find = async (query: pg.QueryConfig): Promise<Map<string, CredentialRow>> => {
    const { rows } = await pool.query<CredentialRow & { key: string }>(query);
    return new Map(rows.map(row => [row.key, row]));
  };
  const bySession = gather((tokens: readonly string[]) =>
    find({ name: 'actor_by_session', text: BY_SESSION, values: [tokens, now(), longestIdle] }),
  );
  const byToken = gather((hashes: readonly string[]) => {
    const bytes = hashes.map(hash => `\\x${hash}`);
    return find({ name: 'actor_by_token', text: BY_TOKEN, values: [bytes, now()] });
  });
  return { bySession, byTokenHash: hash => byToken(hash.toString('hex')) };
}

/** Keeps when a session was last used. */
export const keepSessionUse = (pool: pg.Pool, id: string, now: Date) =>
  pool.query('update session set updated_at = $2 where id = $1', [id, now]);

/** Keeps when a token was last used. */
export const keepTokenUse = (pool: pg.Pool, id: string, now: Date) =>
  pool.query('update api_token set last_used_at = $2 where id = $1', [id, now]);
