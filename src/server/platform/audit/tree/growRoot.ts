import { EMPTY_ROOT, nodeHash } from './hashes.ts';

/** The root of a tree that leaves are added to, one behind the other. */
export interface GrowingRoot {
  add(leafHash: Buffer): void;
  root(): Buffer;
}

/** A tree without leaves. It keeps one hash for each complete subtree on the way: as many as the size has binary ones. */
export function growRoot(): GrowingRoot {
  const peaks: Buffer[] = [];
  let size = 0;
  return {
    add(leafHash) {
      let hash = leafHash;
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) hash = nodeHash(peaks.pop()!, hash);
      peaks.push(hash);
      size++;
    },
    root: () => (size === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right))),
  };
}
