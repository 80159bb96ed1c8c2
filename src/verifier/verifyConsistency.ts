import { HASH_LENGTH, hashChildren } from './merkle.ts';

/** A claim that a log grew from one state to another by appending only. */
export interface ConsistencyClaim {
  earlierSize: number;
  earlierRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Whether the proof shows the claim (RFC 9162, 2.1.4.2). Of an empty earlier log nothing can be shown: false. */
export function verifyConsistency({
  earlierSize,
  earlierRoot,
  size,
  root,
  proof,
}: ConsistencyClaim): boolean {
  if (!Number.isSafeInteger(earlierSize) || !Number.isSafeInteger(size)) return false;
  if (earlierSize <= 0 || earlierSize > size) return false;
  if (earlierSize === size) return proof.length === 0 && Buffer.compare(earlierRoot, root) === 0;
  if ([earlierRoot, root, ...proof].some(({ length }) => length !== HASH_LENGTH)) return false;

  // When the earlier log is one complete subtree, its root is where the proof starts, and is left out of it.
  const isComplete = Number.isInteger(Math.log2(earlierSize));
  const [start, ...rest] = isComplete ? [earlierRoot, ...proof] : proof;
  if (start === undefined || rest.length === 0) return false;

  let place = earlierSize - 1;
  let last = size - 1;
  while (place % 2 === 1) [place, last] = [(place - 1) / 2, Math.floor(last / 2)];
  let earlier = start;
  let later = start;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      earlier = hashChildren(sibling, earlier);
      later = hashChildren(sibling, later);
      while (place % 2 === 0 && place > 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      later = hashChildren(later, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && Buffer.compare(earlier, earlierRoot) === 0 && Buffer.compare(later, root) === 0;
}
