import { createHmac, randomBytes } from 'node:crypto';
import type { TokenOf } from '../../core/redaction/rule.ts';
import { SUFFIX_LENGTH } from '../../core/redaction/token.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const MAX_CACHED = 65_536;

/** A key for the tokens of one incident: 32 random bytes. Whoever lacks it cannot test guesses against the tokens. */
export function createTokenKey(): Uint8Array {
  return randomBytes(32);
}

/**
 * Tokens' suffixes as HMAC-SHA-256 of kind and value under the incident's key: the same for the same value within the
 * incident, not to be linked with another's. Remembers the latest values, as logs repeat themselves.
 */
export function tokenKey(key: Uint8Array): TokenOf {
  const cached = new Map<string, string>();
  return (kind, value) => {
    const input = `${kind}\0${value}`;
    const known = cached.get(input);
    if (known !== undefined) return known;
    const suffix = base32(createHmac('sha256', key).update(input).digest());
    if (cached.size >= MAX_CACHED) cached.clear();
    cached.set(input, suffix);
    return suffix;
  };
}

function base32(digest: Uint8Array): string {
  return Array.from({ length: SUFFIX_LENGTH }, (_, i) => BASE32[digest[i]! & 31]!).join('');
}
