import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../operations/context.ts';
import { refuse } from '../operations/refuse.ts';
import {
  type Attempt,
  describeWait,
  forgetAttempts,
  forgiveAttempts,
  networkOf,
  takeAttempt,
} from './attempts.ts';
import { readBody } from './authBodies.ts';
import { explainRefusal } from './explainRefusal.ts';
import type { Auth } from './openAuth.ts';
import { ADDRESS_HEADER, AUTH, CALLBACK } from './paths.ts';
import { isSameOrigin } from './sameOrigin.ts';

interface Route {
  method: 'GET' | 'POST';
  path: string;
  /** What better-auth answers is given on; else only its cookies are, for it would show the session to scripts. */
  hasBody: boolean;
}

/** Largest body, in bytes: a device’s answer with a key and a certificate. */
const MOST_BYTES = 32 * 1024;

/** All of better-auth that is reached from outside; the rest is done by operations of the contract. */
const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/sign-in/email', hasBody: false },
  { method: 'POST', path: '/sign-out', hasBody: false },
  { method: 'GET', path: CALLBACK, hasBody: false },
  { method: 'GET', path: '/passkey/generate-register-options', hasBody: true },
  { method: 'POST', path: '/passkey/verify-registration', hasBody: false },
  { method: 'GET', path: '/passkey/generate-authenticate-options', hasBody: true },
  { method: 'POST', path: '/passkey/verify-authentication', hasBody: false },
];

export interface AuthRoutes {
  platform: Platform;
  auth: Auth;
}

/** Answers `/api/auth`: signing in by password, passkey and single sign-on, and signing out. */
export function addAuthRoutes(app: FastifyInstance, { platform, auth }: AuthRoutes): void {
  for (const { method, path, hasBody } of ROUTES)
    app.route({
      method,
      url: AUTH + path,
      bodyLimit: MOST_BYTES,
      async handler(request, reply) {
        if (method === 'POST') needOurPage(platform, request);
        const body = method === 'POST' ? readBody(path, request.body) : undefined;
        const attempts = attemptsOf(request.ip, body);
        await need(platform, reply, attempts);
        const response = await auth.answer(toWebRequest(platform, request, body));
        if (response.ok && path === '/sign-in/email') await forgive(platform, attempts);
        return give(reply, response, hasBody);
      },
    });

  app.get(`${AUTH}/single-sign-on`, async (request, reply) => {
    // A page elsewhere must not sign anybody in without their doing: they come to the button first.
    if (FOREIGN.has(String(request.headers['sec-fetch-site']))) return reply.redirect('/sign-in');
    await need(platform, reply, attemptsOf(request.ip));
    const { next } = request.query as { next?: unknown };
    const response = await auth.startSingleSignOn(toHeaders(request), ownPath(next));
    if (!response.ok) return give(reply, response, false);
    const { url } = (await response.json()) as { url: string };
    return reply.header('set-cookie', response.headers.getSetCookie()).redirect(url);
  });
}

/** Whose pages brought somebody here, in a browser's words. */
const FOREIGN = new Set(['cross-site', 'same-site']);

/** The page to go on with: one of ours, never one elsewhere. */
const ownPath = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/';

function needOurPage({ accounts }: Platform, { headers }: FastifyRequest): void {
  if (!isSameOrigin(headers, accounts.publicUrl))
    refuse(
      'forbidden',
      `Only pages of ${accounts.publicUrl} may do this. Open that address; programs use an API token.`,
    );
}

function attemptsOf(ip: string, body: { email?: string } = {}): Attempt[] {
  const { email } = body;
  if (email === undefined) return [{ limit: 'exchangeFromNetwork', of: networkOf(ip) }];
  return [
    { limit: 'signInToAccount', of: email.toLowerCase() },
    { limit: 'signInFromNetwork', of: networkOf(ip) },
  ];
}

async function need(platform: Platform, reply: FastifyReply, attempts: readonly Attempt[]): Promise<void> {
  const waits = await Promise.all(attempts.map(attempt => takeAttempt(platform, attempt)));
  const wait = Math.max(...waits);
  if (wait === 0) return;
  reply.header('retry-after', wait);
  refuse('rate_limited', describeWait(wait));
}

async function forgive(platform: Platform, [account, ...others]: readonly Attempt[]): Promise<void> {
  if (account) await forgetAttempts(platform, account);
  await forgiveAttempts(platform, others);
}

function toHeaders({ headers, ip }: FastifyRequest): Headers {
  const given = new Headers();
  for (const name of ['cookie', 'user-agent', 'origin', 'accept'] as const) {
    const value = headers[name];
    if (value !== undefined) given.set(name, value);
  }
  given.set(ADDRESS_HEADER, ip);
  return given;
}

function toWebRequest({ accounts }: Platform, request: FastifyRequest, body: object | undefined): Request {
  const headers = toHeaders(request);
  if (!body) return new Request(accounts.publicUrl + request.url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(accounts.publicUrl + request.url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

async function give(reply: FastifyReply, response: Response, hasBody: boolean): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location) return reply.redirect(location);
  if (!response.ok) return explainRefusal(response);
  return hasBody ? reply.send(await response.json()) : reply.status(204).send();
}
