import { createHash } from 'node:crypto';

const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** The leaf hash of RFC 6962, word for word. */
export const naiveLeafHash = (leaf: string): Buffer => sha256('\0', leaf);

const splitOf = (count: number): number => {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
};

/** The tree hash of RFC 6962 (2.1), word for word: the reference that both the writer and the verifier are held to. */
export function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return sha256('\u0001', naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

/** The audit path of RFC 6962 (2.1.1), word for word. */
export function naivePath(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...naivePath(index, leaves.slice(0, split)), naiveRoot(leaves.slice(split))]
    : [...naivePath(index - split, leaves.slice(split)), naiveRoot(leaves.slice(0, split))];
}
