import type { Auth as BetterAuth } from 'better-auth';
import type pg from 'pg';
import type { Platform } from '../operations/context.ts';
import { refuse } from '../operations/refuse.ts';
import { openAuthDatabase } from './authDatabase.ts';
import { AUTH, CALLBACK, PROVIDER } from './paths.ts';
import type { SignInOptions } from './signInOptions.ts';
import type { SingleSignOnConfiguration } from './singleSignOn.ts';

export interface AuthOptions {
  platform: Platform;
  /** Where the database is: signing in has a few connections of its own. */
  connection: pg.PoolConfig;
  /** Null: none. */
  singleSignOn: SingleSignOnConfiguration | null;
}

/** Signing in and out, as better-auth does it on our tables. */
export interface Auth {
  /** Answers a request below `/api/auth`; what it changes, and its audit event, is one transaction. */
  answer(request: Request): Promise<Response>;
  /** Begins single sign-on: the answer holds the provider's page, and its cookie ties it to the browser. */
  startSingleSignOn(headers: Headers, next: string): Promise<Response>;
  close(): Promise<void>;
}

/** The secret that signs session cookies. */
export const sessionSecret = ({ keyFor }: Pick<Platform, 'keyFor'>): string =>
  keyFor('sessions').toString('base64url');

/**
 * Opens signing in. better-auth is loaded, and the identity provider asked what it can do, when somebody first needs
 * them: the server starts fast, and without the provider.
 */
export function openAuth({ platform, connection, singleSignOn }: AuthOptions): Auth {
  const database = openAuthDatabase(connection);
  const secret = sessionSecret(platform);
  const options: SignInOptions = { platform, database, secret, plugins: [], roles: null };
  const here = once(async () => (await import('./openSignIn.ts')).openSignIn(options));
  const elsewhere = once(async () => {
    if (!singleSignOn) return refuse('not_found', 'Single sign-on is not set up here.');
    return (await import('./singleSignOn.ts')).openSingleSignOn(singleSignOn, options);
  });

  const run = async (auth: BetterAuth, request: Request): Promise<Response> => {
    // What better-auth could not do to its end is undone.
    const response = await database.exchange(
      () => auth.handler(request),
      ({ status }) => status < 500,
    );
    if (response.status < 500) platform.eventsCommitted();
    return response;
  };

  return {
    answer: async request =>
      run(await (new URL(request.url).pathname === AUTH + CALLBACK ? elsewhere() : here()), request),
    async startSingleSignOn(headers, next) {
      const body = { provider: PROVIDER, callbackURL: next, disableRedirect: true };
      const request = new Request(`${platform.accounts.publicUrl}${AUTH}/sign-in/social`, {
        method: 'POST',
        headers: { ...Object.fromEntries(headers), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return run(await elsewhere(), request);
    },
    close: () => database.close(),
  };
}

/** Opens something once; after a failure again. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open().catch(error => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
