import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Logger } from 'pino';
import { type Actor, ANONYMOUS } from '../operations/actor.ts';
import type { SessionRules } from './accounts.ts';
import { hashSecret } from './apiToken.ts';
import { openSigned, readCookie, sessionCookie } from './cookie.ts';
import { type CredentialRow, keepSessionUse, keepTokenUse, openCredentials } from './findCredential.ts';
import { isSameOrigin } from './sameOrigin.ts';

export interface AuthenticateOptions {
  pool: pg.Pool;
  log: Logger;
  now(): Date;
  /** Origin under which people reach the server. */
  publicUrl: string;
  /** The secret that signs session cookies. */
  secret: string;
  sessions: SessionRules;
}

type Request = Pick<FastifyRequest, 'headers' | 'method'>;

/** `Cookie` headers whose signature is remembered as right. */
const MOST_OPENED = 1_000;

/** Methods that change nothing: a foreign page may make a browser send them, and learns nothing from it. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Makes the function that says who a request comes from: by `Authorization: Bearer` token, else by session cookie. It
 * asks the database each time, so whatever was ended or disabled stops working at once, in every process. A credential
 * that is not good makes the request anonymous; the function throws only when the database does.
 */
export function createAuthenticate(options: AuthenticateOptions): (request: Request) => Promise<Actor> {
  const { pool, log, now, publicUrl, secret, sessions } = options;
  const cookieName = sessionCookie(publicUrl);
  const credentials = openCredentials(pool, now, sessions.longestIdle);

  // Nobody waits for it, and a disk that is full does not stop people from reading.
  const keepUse = (keep: typeof keepSessionUse, { isUseDue, credentialId }: CredentialRow): void => {
    if (!isUseDue) return;
    keep(pool, credentialId, now()).catch(error =>
      log.warn({ err: error }, 'could not keep when a credential was used'),
    );
  };

  const byToken = async (authorization: string): Promise<Actor> => {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const found = token && (await credentials.byTokenHash(hashSecret(token)));
    if (!found) return ANONYMOUS;
    keepUse(keepTokenUse, found);
    return { ...toActor(found), kind: 'token' };
  };

  // Whether a signature is right never changes; what it signed is asked for each time.
  const opened = new LRUCache<string, string>({ max: MOST_OPENED });
  const open = (cookies: string): string | undefined => {
    const known = opened.get(cookies);
    if (known !== undefined) return known;
    const cookie = readCookie(cookies, cookieName);
    const token = cookie && openSigned(cookie, secret);
    if (token) opened.set(cookies, token);
    return token;
  };

  const bySession = async (token: string): Promise<Actor> => {
    const found = await credentials.bySession(token);
    if (!found) return ANONYMOUS;
    keepUse(keepSessionUse, found);
    const { credentialId: sessionId, signedInAt } = found;
    return { ...toActor(found), kind: 'person', sessionId, ...(signedInAt && { signedInAt }) };
  };

  return async ({ headers, method }) => {
    if (headers.authorization !== undefined) return byToken(headers.authorization);
    const token = headers.cookie && open(headers.cookie);
    if (!token) return ANONYMOUS;
    return SAFE.has(method) || isSameOrigin(headers, publicUrl) ? bySession(token) : ANONYMOUS;
  };
}

const toActor = ({ id, name, email, roles, teamIds, scopes }: CredentialRow): Omit<Actor, 'kind'> => ({
  id,
  name,
  email,
  roles: new Set(roles),
  teamIds,
  scopes,
});
