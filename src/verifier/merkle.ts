import { hash } from 'node:crypto';

/** Bytes of every hash in the log. */
export const HASH_LENGTH = 32;

const INNER = Buffer.of(0x01);

/** Hash of a leaf (RFC 6962, 2.1): SHA-256 over 0x00 and its bytes. */
export function hashLeaf(text: string): Buffer {
  return hash('sha256', `\0${text}`, 'buffer');
}

/** Hash of an inner node (RFC 6962, 2.1): SHA-256 over 0x01, left and right. */
export function hashChildren(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([INNER, left, right]), 'buffer');
}

/** A tree that only grows, as the roots of its complete subtrees: about log2(size) hashes, however long the log. */
export interface GrowingTree {
  size(): number;
  append(leaf: Uint8Array): void;
  root(): Buffer;
}

/** An empty tree. */
export function growTree(): GrowingTree {
  const peaks: Uint8Array[] = [];
  let size = 0;
  return {
    size: () => size,
    append(leaf) {
      let peak = leaf;
      // One merge for each trailing one bit of the size, as in counting.
      for (let n = size; n % 2 === 1; n = (n - 1) / 2) peak = hashChildren(peaks.pop()!, peak);
      peaks.push(peak);
      size++;
    },
    root() {
      const smallest = peaks.at(-1);
      if (!smallest) return hash('sha256', '', 'buffer');
      return Buffer.from(
        peaks.slice(0, -1).reduceRight((right, left) => hashChildren(left, right), smallest),
      );
    },
  };
}
