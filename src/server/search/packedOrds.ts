import { sql } from 'kysely';

/** Ords of a query's rows in one value, four bytes each with the highest byte first, instead of a row each. */
export const packedOrds = sql<Buffer | null>`string_agg(int4send(ord), ''::bytea)`;

/** Ords as they came over, in the same memory where that can be; null: none. */
export function unpackOrds(bytes: Buffer | null): Uint32Array {
  if (!bytes) return new Uint32Array(0);
  const aligned =
    bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0
      ? bytes
      : Buffer.from(new Uint8Array(bytes).buffer);
  const swapped = aligned.swap32();
  return new Uint32Array(swapped.buffer, swapped.byteOffset, swapped.length / Uint32Array.BYTES_PER_ELEMENT);
}
