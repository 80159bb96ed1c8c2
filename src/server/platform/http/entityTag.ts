import { hash } from 'node:crypto';

/** Characters of the digest that are kept: 96 bits. */
const DIGEST_LENGTH = 16;

interface Answered {
  /** Of the noun, as its operation said it: `"3"`. */
  version: string;
  bytes: Uint8Array;
  coding: string | null;
}

/**
 * The strong ETag of an answer: `"3-8wAYZ0mVjQd3Lx5k"`, `"3-8wAYZ0mVjQd3Lx5k-br"`. The version is what `If-Match` asks for. It
 * is not enough for `If-None-Match`, because an answer also holds names of others and what its reader may do; and bytes
 * that are compressed are other bytes (RFC 9110, 8.8.3.3).
 */
export function entityTag({ version, bytes, coding }: Answered): string {
  const digest = hash('sha1', bytes, 'base64url').slice(0, DIGEST_LENGTH);
  return `"${version.slice(1, -1)}-${digest}${coding ? `-${coding}` : ''}"`;
}

/** Whether `If-None-Match` names a tag, by the weak comparison that reads are held to (RFC 9110, 13.1.2). */
export const isKnown = (tag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some(known => known.trim().replace(/^W\//, '') === tag));
