import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Logger } from 'pino';
import { type Actor, ANONYMOUS } from '../operations/actor.ts';
import { hashSecret } from './apiToken.ts';
import { openSigned, readCookie, sessionCookie } from './cookie.ts';
import {
  type CredentialRow,
  findSession,
  findToken,
  keepSessionUse,
  keepTokenUse,
} from './findCredential.ts';
import { isSameOrigin } from './sameOrigin.ts';

export interface AuthenticateOptions {
  pool: pg.Pool;
  log: Logger;
  now(): Date;
  /** Origin under which people reach the server. */
  publicUrl: string;
  /** The secret that signs session cookies. */
  secret: string;
}

type Request = Pick<FastifyRequest, 'headers' | 'method'>;

/** Methods that change nothing: a foreign page may make a browser send them, and learns nothing from it. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Makes the function that says who a request comes from: by `Authorization: Bearer` token, else by session cookie. It
 * asks the database each time, so whatever was ended or disabled stops working at once, in every process. A credential
 * that is not good makes the request anonymous; the function throws only when the database does.
 */
export function createAuthenticate(options: AuthenticateOptions): (request: Request) => Promise<Actor> {
  const { pool, log, now, publicUrl, secret } = options;
  const cookieName = sessionCookie(publicUrl);

  // Nobody waits for it, and a disk that is full does not stop people from reading.
  const keepUse = (keep: typeof keepSessionUse, { isUseDue, credentialId }: CredentialRow): void => {
    if (!isUseDue) return;
    keep(pool, credentialId, now()).catch(error =>
      log.warn({ err: error }, 'could not keep when a credential was used'),
    );
  };

  const byToken = async (authorization: string): Promise<Actor> => {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const found = token && (await findToken(pool, hashSecret(token), now()));
    if (!found) return ANONYMOUS;
    keepUse(keepTokenUse, found);
    return { ...toActor(found), kind: 'token' };
  };

  const bySession = async (cookie: string): Promise<Actor> => {
    const token = openSigned(cookie, secret);
    const found = token && (await findSession(pool, token, now()));
    if (!found) return ANONYMOUS;
    keepUse(keepSessionUse, found);
    return { ...toActor(found), kind: 'person', sessionId: found.credentialId };
  };

  return async ({ headers, method }) => {
    if (headers.authorization !== undefined) return byToken(headers.authorization);
    const cookie = readCookie(headers.cookie, cookieName);
    if (!cookie) return ANONYMOUS;
    return SAFE.has(method) || isSameOrigin(headers, publicUrl) ? bySession(cookie) : ANONYMOUS;
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
