import { z } from 'zod';
import { refuse } from '../operations/refuse.ts';

/** How long the identity provider may take for one answer, in milliseconds. */
export const PATIENCE = 5_000;

const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});

/** What an OpenID Connect provider says of itself. */
export type Discovery = z.infer<typeof document>;

/** Where a provider says it. */
export const discoveryUrl = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/**
 * Asks a provider what it can do.
 *
 * @throws unavailable when it does not answer, or is not the one that was configured
 */
export async function discover(issuer: string): Promise<Discovery> {
  const found = await fetch(discoveryUrl(issuer), {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
    .then(response => response.json())
    .then(body => document.parse(body))
    .catch(() => undefined);
  // To the letter (OpenID Connect Discovery 4.3): what its tokens say is compared with it.
  if (found?.issuer === issuer) return found;
  return refuse(
    'unavailable',
    'The identity provider does not answer as it should. Try again in a minute, or sign in with a password.',
  );
}
