import { type Auth as BetterAuth, betterAuth } from 'better-auth';
import type pg from 'pg';
import type { Platform } from '../operations/context.ts';
import { refuse } from '../operations/refuse.ts';
import { type AuthDatabase, openAuthDatabase } from './authDatabase.ts';
import { AUTH } from './paths.ts';
import { type SignInOptions, signInOptions } from './signInOptions.ts';
import { openSingleSignOn, PROVIDER, type SingleSignOnConfiguration } from './singleSignOn.ts';

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
  /** Begins single sign-on: the answer's `Location` is the provider's page, and its cookie ties it to the browser. */
  startSingleSignOn(headers: Headers, next: string): Promise<Response>;
  close(): Promise<void>;
}

/** The secret that signs session cookies. */
export const sessionSecret = ({ keyFor }: Pick<Platform, 'keyFor'>): string =>
  keyFor('sessions').toString('base64url');

/** Opens signing in. */
export function openAuth({ platform, connection, singleSignOn }: AuthOptions): Auth {
  const database = openAuthDatabase(connection);
  const options: SignInOptions = {
    platform,
    database,
    secret: sessionSecret(platform),
    plugins: [],
    roles: null,
  };
  const local = betterAuth(signInOptions(options));
  const remote = singleSignOn && openSingleSignOn(singleSignOn, options);
  const callback = `${AUTH}/callback/${PROVIDER}`;

  const run = async (auth: BetterAuth, request: Request): Promise<Response> => {
    const response = await exchange(database, () => auth.handler(request));
    if (response.status < 500) platform.eventsCommitted();
    return response;
  };
  const provider = () => (remote ? remote() : refuse('not_found', 'Single sign-on is not set up here.'));

  return {
    answer: async request =>
      run(new URL(request.url).pathname === callback ? await provider() : (local as BetterAuth), request),
    async startSingleSignOn(headers, next) {
      const body = { provider: PROVIDER, callbackURL: next, disableRedirect: true };
      const request = new Request(`${platform.accounts.publicUrl}${AUTH}/sign-in/social`, {
        method: 'POST',
        headers: { ...Object.fromEntries(headers), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return run(await provider(), request);
    },
    close: () => database.close(),
  };
}

/** What better-auth could not do to its end is undone. */
const exchange = (database: AuthDatabase, answer: () => Promise<Response>): Promise<Response> =>
  database.exchange(answer, ({ status }) => status < 500);
