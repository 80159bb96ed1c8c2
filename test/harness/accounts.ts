import type { FastifyInstance, InjectOptions } from 'fastify';
import { type Client, createClient } from '../../src/client/createClient.ts';
import { contract } from '../../src/contract/index.ts';
import { jobs } from '../../src/server/allJobs.ts';
import { buildApp } from '../../src/server/buildApp.ts';
import type { Accounts } from '../../src/server/platform/auth/accounts.ts';
import { createAuthenticate } from '../../src/server/platform/auth/authenticate.ts';
import { addAuthRoutes } from '../../src/server/platform/auth/authRoutes.ts';
import { openAuth, sessionSecret } from '../../src/server/platform/auth/openAuth.ts';
import type { SingleSignOnConfiguration } from '../../src/server/platform/auth/singleSignOn.ts';
import { startJobs } from '../../src/server/platform/jobs/startJobs.ts';
import { injectInto } from './injectInto.ts';
import { startTestServer, type TestServer } from './server.ts';

export const PASSWORD = 'a horse in the garden shed';

/** A browser without a page: it keeps cookies, and says where it stands when it sends something. */
export interface TestBrowser {
  /** Operations, by session cookie. */
  client: Client;
  send(method: InjectOptions['method'], url: string, options?: BrowserRequest): Promise<BrowserAnswer>;
  signIn(email: string, password?: string): Promise<BrowserAnswer>;
  cookies: Map<string, string>;
}

export interface BrowserRequest {
  body?: object;
  headers?: Record<string, string>;
}

export interface BrowserAnswer {
  status: number;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came; tests look into it.
  body: any;
}

/** A process of a server on which people really sign in; several may share one database. */
export interface AccountsServer {
  server: TestServer;
  app: FastifyInstance;
  /** Real time, moved forward by tests. */
  clock: { now(): Date; forward(milliseconds: number): void };
  openBrowser(): TestBrowser;
  /** A client with an API token. */
  withToken(token: string): Client;
  /** The first administrator, signed in. */
  setUp(): Promise<TestBrowser>;
  close(): Promise<void>;
}

export interface AccountsOptions {
  accounts?: Partial<Accounts>;
  singleSignOn?: SingleSignOnConfiguration;
  /** Another process on the database of this one. */
  beside?: AccountsServer;
}

/** Starts a server with accounts, and its jobs; mails go where `accounts.mail` says. */
export async function startAccounts(options: AccountsOptions = {}): Promise<AccountsServer> {
  const { beside } = options;
  const server = beside?.server ?? (await startTestServer());
  const clock = beside?.clock ?? createClock();
  const publicUrl = options.accounts?.publicUrl ?? 'http://localhost:4600';
  const platform = {
    ...server.platform,
    now: clock.now,
    accounts: { ...server.platform.accounts, publicUrl, ...options.accounts },
  };
  const { pool } = server;
  const auth = openAuth({ platform, connection: pool.options, singleSignOn: options.singleSignOn ?? null });
  const { log, now } = platform;
  const authenticate = createAuthenticate({
    pool,
    log,
    now,
    publicUrl,
    sessions: platform.accounts.sessions,
    secret: sessionSecret(platform),
  });
  const app = await buildApp({ platform, authenticate });
  addAuthRoutes(app, { platform, auth });
  const worker = options.accounts?.mail
    ? await startJobs({ platform, pool, jobs, schedule: [], concurrency: 1, isAlone: true })
    : undefined;
  const openBrowser = () => createBrowser(app, publicUrl);

  return {
    server,
    app,
    clock,
    openBrowser,
    withToken: token => createClient(contract, { server: publicUrl, token, fetch: injectInto(app) }),
    async setUp() {
      const browser = openBrowser();
      const ada = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
      await browser.client.setup.complete({ ...ada, token: platform.accounts.setupToken });
      await browser.signIn(ada.email);
      return browser;
    },
    async close() {
      await worker?.stop();
      await app.close();
      await auth.close();
      if (!beside) await server.close();
    },
  };
}

function createBrowser(app: FastifyInstance, origin: string): TestBrowser {
  const cookies = new Map<string, string>();
  const own = () => ({ origin, cookie: Array.from(cookies, pair => pair.join('=')).join('; ') });
  const keep = (set: string | string[] | undefined): void => {
    for (const line of [set ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const send: TestBrowser['send'] = async (method, url, { body, headers } = {}) => {
    const response = await app.inject({
      method: method!,
      url,
      headers: { ...own(), ...headers },
      ...(body && { payload: body }),
    });
    keep(response.headers['set-cookie']);
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? response.json() : response.body,
    };
  };
  return {
    cookies,
    send,
    client: createClient(contract, { server: origin, fetch: injectInto(app, own) }),
    signIn: (email, password = PASSWORD) =>
      send('POST', '/api/auth/sign-in/email', { body: { email, password } }),
  };
}

function createClock(): AccountsServer['clock'] {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    forward(milliseconds) {
      ahead += milliseconds;
    },
  };
}
