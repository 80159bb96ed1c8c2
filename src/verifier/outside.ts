import { growTree, HASH_LENGTH } from './merkle.ts';
import type { Checkpoint } from './openCheckpoint.ts';

/** What was kept where nobody who can change the log could reach it. */
export interface Outside {
  /** Checkpoint texts, in any order. */
  checkpoints?: readonly string[];
  /** Handovers from one of the log's keys to the next, in any order. */
  rotations?: readonly string[];
  /** The leaf hashes since the log's first entry, one behind the other, in chunks of any length. Read twice. */
  leafHashes?: (() => AsyncIterable<Uint8Array>) | undefined;
}

/** The leaf hashes one by one. */
export async function* eachHash(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % HASH_LENGTH);
    for (let at = 0; at < whole; at += HASH_LENGTH) yield bytes.subarray(at, at + HASH_LENGTH);
    rest = bytes.subarray(whole);
  }
}

/**
 * How many of the leaf hashes from outside can be believed: as many as the largest checkpoint from outside covers that
 * they fit. They need no signature of their own.
 *
 * @param checkpoints in order of size
 */
export async function countProvenHashes(
  leafHashes: AsyncIterable<Uint8Array>,
  checkpoints: readonly Checkpoint[],
): Promise<number> {
  const tree = growTree();
  let proven = 0;
  let next = 0;
  for await (const hash of eachHash(leafHashes)) {
    tree.append(hash);
    for (; checkpoints[next]?.size === tree.size(); next++) {
      if (!tree.root().equals(checkpoints[next]!.root)) return proven;
      proven = tree.size();
    }
  }
  return proven;
}
