import type { ErrorCode } from '../../../contract/errors.ts';
import { refuse } from '../operations/refuse.ts';

type Explanation = readonly [ErrorCode, string];

/** What better-auth refuses with, in our words. One answer for a wrong password and for an unknown address. */
const BY_CODE: Record<string, Explanation> = {
  INVALID_EMAIL_OR_PASSWORD: [
    'unauthenticated',
    'The mail address or the password is not right. Try again, or reset the password.',
  ],
  INVALID_EMAIL: [
    'unauthenticated',
    'The mail address or the password is not right. Try again, or reset the password.',
  ],
  PASSWORD_TOO_LONG: [
    'unauthenticated',
    'The mail address or the password is not right. Try again, or reset the password.',
  ],
  account_disabled: ['forbidden', 'This account is disabled. Ask an administrator.'],
  SESSION_NOT_FRESH: [
    'forbidden',
    'You signed in more than an hour ago. Sign in again, then add the passkey.',
  ],
  PASSKEY_NOT_FOUND: [
    'unauthenticated',
    'This passkey is not known here. Sign in another way, then add it under your profile.',
  ],
  PASSKEY_WITHOUT_USER: [
    'unauthenticated',
    'The device did not ask who is there: unlock it with a fingerprint, face or PIN.',
  ],
  // Also what better-auth says, as its own failure, of an answer that no device of ours can have given.
  FAILED_TO_VERIFY_REGISTRATION: [
    'invalid',
    'The device’s answer is not good here. Begin again on this page.',
  ],
  PREVIOUSLY_REGISTERED: ['conflict', 'This passkey is yours already: sign in with it.'],
};

const BY_STATUS: Record<number, Explanation> = {
  400: ['invalid', 'This step of signing in is not valid, or came too late. Begin again.'],
  401: ['unauthenticated', 'Sign in first.'],
  403: ['forbidden', 'This is not allowed. Begin again from the sign-in page.'],
  404: ['not_found', 'Nothing is here. Begin again from the sign-in page.'],
  409: ['conflict', 'This is already so. Load the page again.'],
  429: ['rate_limited', 'Too many tries. Wait a minute.'],
};

/**
 * Refuses as better-auth did.
 *
 * @throws always; an Error when better-auth failed instead of refusing
 */
export async function explainRefusal(response: Response): Promise<never> {
  const body = (await response.json().catch(() => null)) as { code?: unknown; message?: unknown } | null;
  const explanation = BY_CODE[String(body?.code)] ?? BY_STATUS[response.status];
  if (!explanation) throw new Error(`better-auth answered ${response.status} ${String(body?.code ?? '')}`);
  return refuse(...explanation);
}
