import type { Configuration } from '../../configuration.ts';
import { discoveryUrl } from '../../platform/auth/discover.ts';
import { connectMail } from '../../platform/mail/connectMail.ts';
import { type Finding, fail, ok } from './finding.ts';

/** Milliseconds that the identity provider is given. */
const PATIENCE = 5_000;

/** Looks whether the servers of others that are configured can be reached: mail, and the identity provider. */
export async function examineOutside({
  AFTERWORD_SMTP_URL: smtp,
  AFTERWORD_OIDC_ISSUER: issuer,
}: Configuration): Promise<Finding[]> {
  return Promise.all([
    smtp
      ? examine('mail', () => reachMail(smtp))
      : ok('mail', 'not configured: links are handed over by people'),
    issuer ? examine('single sign-on', () => reachProvider(issuer)) : ok('single sign-on', 'not configured'),
  ]);
}

async function examine(check: string, reach: () => Promise<string>): Promise<Finding> {
  try {
    return ok(check, await reach());
  } catch (error) {
    const { message, cause } = error as Error;
    const because = cause instanceof Error ? `${message}: ${cause.message}` : message;
    return fail({
      check,
      found: because,
      advice: 'Check its address, and whether this machine may reach it.',
    });
  }
}

async function reachMail(url: string): Promise<string> {
  const transport = connectMail(url);
  try {
    await transport.verify();
    return `${new URL(url).host} takes mail`;
  } finally {
    transport.close();
  }
}

async function reachProvider(issuer: string): Promise<string> {
  const address = discoveryUrl(issuer);
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const { issuer: named } = (await response.json()) as { issuer?: string };
  if (named !== issuer) throw new Error(`${address} is of the issuer ${named}, not of ${issuer}`);
  return `${issuer} answers`;
}
