import { createHash, randomBytes } from 'node:crypto';

/** By which people, and scanners for leaked secrets, recognise one. */
const PREFIX = 'afw_';
const SHOWN = PREFIX.length + 4;

/** A new API token of 256 random bits; it is shown once, only its hash is kept. */
export function makeApiToken(): { token: string; start: string; hash: Buffer } {
  const token = PREFIX + randomBytes(32).toString('base64url');
  return { token, start: token.slice(0, SHOWN), hash: hashSecret(token) };
}

/**
 * What is kept of a random secret. A plain hash is enough: there is nothing to guess in 256 random bits, unlike in a
 * password.
 */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
