import { HASH_LENGTH, hashChildren } from './merkle.ts';

/** A claim that a leaf stands at an index of a log. */
export interface InclusionClaim {
  index: number;
  size: number;
  leafHash: Uint8Array;
  /** The audit path, lowest first. */
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

/** Whether the proof shows the claim (RFC 9162, 2.1.3.2). */
export function verifyInclusion({ index, size, leafHash, proof, root }: InclusionClaim): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if ([leafHash, root, ...proof].some(({ length }) => length !== HASH_LENGTH)) return false;
  let place = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = hashChildren(sibling, hash);
      // A right edge without a sibling is carried up until it has one.
      while (place % 2 === 0 && place > 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = hashChildren(hash, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && Buffer.compare(hash, root) === 0;
}
