import { type Auth, betterAuth } from 'better-auth';
import {
  type GenericOAuthConfig,
  type GenericOAuthUserInfo,
  genericOAuth,
} from 'better-auth/plugins/generic-oauth';
import { type Discovery, discover, discoveryUrl, PATIENCE } from './discover.ts';
import { PROVIDER } from './paths.ts';
import type { RoleMapping } from './rolesFromClaims.ts';
import { type SignInOptions, signInOptions } from './signInOptions.ts';

export interface SingleSignOnConfiguration {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Asked for besides `openid email profile`: `groups`. */
  scopes: readonly string[];
  /** Null: roles are given out here. */
  roles: RoleMapping | null;
}

/**
 * Makes better-auth with the identity provider.
 *
 * @throws unavailable when the provider does not answer
 */
export async function openSingleSignOn(
  configuration: SingleSignOnConfiguration,
  options: SignInOptions,
): Promise<Auth> {
  const provider = toProvider(configuration, await discover(configuration.issuer));
  const auth = betterAuth(
    signInOptions({
      ...options,
      roles: configuration.roles,
      plugins: [genericOAuth({ config: [provider] })],
    }),
  );
  const { socialProviders } = await auth.$context;
  if (socialProviders.length === 0) throw new Error('better-auth did not take the identity provider');
  return auth as Auth;
}

function toProvider(
  { issuer, clientId, clientSecret, scopes }: SingleSignOnConfiguration,
  { token_endpoint_auth_methods_supported: methods, userinfo_endpoint: userinfo }: Discovery,
): GenericOAuthConfig {
  return {
    providerId: PROVIDER,
    discoveryUrl: discoveryUrl(issuer),
    requireIdTokenVerification: true,
    // With its provider's name: if another one is configured some day, its people are others.
    accountSubject: ({ profile: { iss, sub } }) => `${iss} ${sub}`,
    clientId,
    clientSecret,
    tokenEndpointAuth: {
      method: methods.includes('client_secret_basic') ? 'client_secret_basic' : 'client_secret_post',
    },
    scopes: ['openid', 'email', 'profile', ...scopes],
    pkce: true,
    // Signing out here ends our session; the one at the provider is its own affair.
    disableProviderLogout: true,
    getUserInfo: async ({ idToken, accessToken }) => {
      const claims = idToken ? claimsOf(idToken) : undefined;
      if (!claims) return null;
      const more = userinfo && accessToken ? await fetchClaims(userinfo, accessToken) : {};
      // Another person's would be an answer to another question (OpenID Connect Core 5.3.2).
      return more && (more.sub ?? claims.sub) === claims.sub ? toProfile({ ...more, ...claims }) : null;
    },
  };
}

/** A person as the provider knows them. Pictures are left out: they would tell their host who reads here. */
function toProfile({ image: _image, ...claims }: Record<string, unknown>): GenericOAuthUserInfo {
  const { name, preferred_username: nick, email } = claims;
  return {
    ...claims,
    name: String(name || nick || email),
    email: typeof email === 'string' ? email : null,
    emailVerified: claims.email_verified === true,
  };
}

/** Claims of an id token whose signature, issuer, audience and nonce better-auth has verified before it asks us. */
const claimsOf = (idToken: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());

async function fetchClaims(url: string, accessToken: string): Promise<Record<string, unknown> | null> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${accessToken}` },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  return response.ok ? ((await response.json()) as Record<string, unknown>) : null;
}
