import { hash } from 'node:crypto';

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** Root of a log without entries (RFC 6962, 2.1). */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

const NODE = Buffer.of(0x01);

/** Hash of an inner node (RFC 6962, 2.1). That of a leaf is made in SQL, where the leaf is: see sequenceBatch. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

/** The hash at a place in hashes that stand one behind the other. */
export function hashAt(hashes: Buffer, place: number): Buffer {
  return hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
}

/** Root over hashes that stand one behind the other; their number is a power of two, at least 1. */
export function rootOf(hashes: Buffer): Buffer {
  let row: Buffer[] = Array.from({ length: hashes.length / HASH_BYTES }, (_, place) => hashAt(hashes, place));
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, place) =>
      nodeHash(row[2 * place]!, row[2 * place + 1]!),
    );
  return row[0]!;
}
