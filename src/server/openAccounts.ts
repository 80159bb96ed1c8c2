import type { Configuration } from './configuration.ts';
import { type Accounts, usualSetupToken } from './platform/auth/accounts.ts';
import { parseRoleMapping } from './platform/auth/rolesFromClaims.ts';
import type { SingleSignOnConfiguration } from './platform/auth/singleSignOn.ts';
import { openMail } from './platform/mail/openMail.ts';
import type { DeriveKey } from './platform/secret.ts';

/** In seconds. */
const HOUR = 60 * 60;

/** How people sign in to a server that is configured so. */
export function openAccounts(configuration: Configuration, keyFor: DeriveKey): Accounts {
  const { AFTERWORD_SMTP_URL: url, AFTERWORD_MAIL_FROM: from } = configuration;
  return {
    publicUrl: new URL(configuration.AFTERWORD_URL ?? usualUrl(configuration)).origin,
    setupToken: configuration.AFTERWORD_SETUP_TOKEN ?? usualSetupToken(keyFor),
    sessions: {
      longest: configuration.AFTERWORD_SESSION_DAYS * 24 * HOUR,
      longestIdle: configuration.AFTERWORD_SESSION_IDLE_HOURS * HOUR,
    },
    singleSignOn: configuration.AFTERWORD_OIDC_ISSUER ? configuration.AFTERWORD_OIDC_NAME : null,
    mail: url ? openMail({ url, from }) : null,
  };
}

/** A name, not a number: browsers give no passkeys to a numeric address. */
const usualUrl = ({ AFTERWORD_PORT: port }: Configuration): string => `http://localhost:${port}`;

/** The identity provider of a configuration; null when there is none. */
export function singleSignOnOf(configuration: Configuration): SingleSignOnConfiguration | null {
  const issuer = configuration.AFTERWORD_OIDC_ISSUER;
  if (!issuer) return null;
  const { AFTERWORD_OIDC_ROLES: roles, AFTERWORD_OIDC_GROUPS_CLAIM: claim } = configuration;
  return {
    issuer,
    clientId: configuration.AFTERWORD_OIDC_CLIENT_ID!,
    clientSecret: configuration.AFTERWORD_OIDC_CLIENT_SECRET!,
    scopes: configuration.AFTERWORD_OIDC_SCOPES.split(/\s+/).filter(Boolean),
    roles: roles ? parseRoleMapping(claim, roles) : null,
  };
}
