import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { SingleSignOnConfiguration } from '../../src/server/platform/auth/singleSignOn.ts';

/** What the provider says of somebody who signs in there. */
export interface Claims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
}

export interface IdentityProvider {
  configuration: SingleSignOnConfiguration;
  /** Who signs in next. */
  person: Claims;
  /**
   * Walks through the provider's pages as the person.
   *
   * @returns where the provider sends the browser at the end
   */
  walk(url: string): Promise<string>;
  stop(): Promise<void>;
  /** Comes back at the same address. */
  start(): Promise<void>;
}

const CLIENT = { clientId: 'afterword', clientSecret: 'a secret that client and provider share' };

/** A real OpenID Connect provider on a port of its own; it is there once it was started. */
export async function openIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const reserved = createServer().listen(0, '127.0.0.1');
  await once(reserved, 'listening');
  const { port } = reserved.address() as AddressInfo;
  await new Promise(closed => reserved.close(closed));
  const issuer = `http://127.0.0.1:${port}`;
  let server: Server | undefined;

  const made: IdentityProvider = {
    configuration: { issuer, ...CLIENT, scopes: ['groups'], roles: null },
    person: { sub: 'nobody' },
    walk: url => walkThrough(url, issuer, made.person.sub),
    async start() {
      server = createServer(createProvider(issuer, redirectUri, () => made.person).callback()).listen(
        port,
        '127.0.0.1',
      );
      await once(server, 'listening');
    },
    async stop() {
      server?.closeAllConnections();
      await new Promise(closed => server?.close(closed));
    },
  };
  return made;
}

function createProvider(issuer: string, redirectUri: string, person: () => Claims): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    pkce: { required: () => true },
    findAccount: async (_context, accountId) => ({ accountId, claims: async () => ({ ...person() }) }),
  });
}

/** Follows redirects within the provider and fills its forms in, with cookies, as a browser does. */
async function walkThrough(start: string, issuer: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step++) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: Array.from(cookies, pair => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    form = undefined;
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url).href;
      if (!url.startsWith(issuer)) return url;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`the provider answers ${response.status}: ${page.slice(0, 500)}`);
    form = new URLSearchParams({ prompt, login, password: 'any' });
    url = new URL(/action="([^"]+)"/.exec(page)![1]!, url).href;
  }
  throw new Error('the provider does not come to an end');
}
