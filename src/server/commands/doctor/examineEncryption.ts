import type { Configuration } from '../../configuration.ts';
import { isThisMachine } from '../../platform/isThisMachine.ts';
import { type Finding, ok, warn } from './finding.ts';

/** Of `sslmode`, what encrypts and checks whom it talks to. */
const ENCRYPTED = new Set(['require', 'verify-ca', 'verify-full']);

/** Looks whether anything that is configured leaves this machine readable for the network. */
export function examineEncryption(configuration: Configuration): Finding[] {
  const open = [...unencrypted(configuration)];
  return open.length === 0
    ? [ok('encryption', 'what is configured to leave this machine is encrypted')]
    : [
        warn({
          check: 'encryption',
          found: `unencrypted beyond this machine: ${open.join('; ')}`,
          advice: 'Use TLS, unless the network between is yours alone; see docs/reference/security.md.',
        }),
      ];
}

function* unencrypted({
  DATABASE_URL: database,
  AFTERWORD_S3_ENDPOINT: objects,
  AFTERWORD_SMTP_URL: mail,
  AFTERWORD_HOST: host,
  AFTERWORD_URL: url,
}: Configuration): Generator<string> {
  if (database && !hasTls(database)) yield 'DATABASE_URL lacks ?sslmode=verify-full';
  if (objects?.startsWith('http:') && !isThisMachine(new URL(objects).hostname))
    yield 'AFTERWORD_S3_ENDPOINT is not https';
  if (mail && new URL(mail).searchParams.get('requireTLS') === 'false')
    yield 'AFTERWORD_SMTP_URL says requireTLS=false';
  if (!isThisMachine(host) && !url?.startsWith('https:'))
    yield 'AFTERWORD_HOST is open to the network and AFTERWORD_URL is not https';
}

function hasTls(database: string): boolean {
  const { hostname, searchParams } = new URL(database);
  const host = searchParams.get('host') ?? hostname;
  return (
    host === '' ||
    host.startsWith('/') ||
    isThisMachine(host) ||
    ENCRYPTED.has(searchParams.get('sslmode') ?? '')
  );
}
