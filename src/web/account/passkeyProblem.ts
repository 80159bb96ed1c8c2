import { t } from '../messages/index.ts';
import { problemOf } from '../ui/problemOf.ts';

/**
 * Why nothing came of a passkey: the server's words, or what the browser means by its own.
 *
 * @param notGiven what to say when the device gave none
 */
export function passkeyProblem(error: unknown, notGiven: string): string | undefined {
  if (!error) return undefined;
  // An address without a name, or without https, is no place that a passkey can belong to.
  const isNoPlace = error instanceof DOMException && error.name === 'SecurityError';
  if (isNoPlace || !('PublicKeyCredential' in window)) return t.account.passkeyMissing;
  return error instanceof DOMException ? notGiven : problemOf(error);
}
