import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naivePath, naiveRoot } from '../../../../../test/harness/naiveTree.ts';
import { growTree } from '../../../../verifier/merkle.ts';
import { verifyConsistency } from '../../../../verifier/verifyConsistency.ts';
import { verifyInclusion } from '../../../../verifier/verifyInclusion.ts';
import { rootOf } from './hashes.ts';
import { treeOver } from './openTree.ts';
import { TILE } from './tiles.ts';

const LEAVES = Array.from({ length: 3 * TILE + 40 }, (_, index) =>
  createHash('sha256').update(String(index)).digest(),
);

/** Tiles as the sequencer stores them for a log of so many leaves. */
function tilesOf(leaves: readonly Buffer[]) {
  const nodes = Array.from({ length: Math.floor(leaves.length / TILE) }, (_, tile) =>
    rootOf(Buffer.concat(leaves.slice(tile * TILE, (tile + 1) * TILE))),
  );
  const heights = [leaves, nodes];
  return async (height: number, tile: number): Promise<Buffer> =>
    Buffer.concat((heights[height] ?? []).slice(tile * TILE, (tile + 1) * TILE));
}

/** Sizes about the edges of tiles, and any other. */
const size = fc.oneof(
  fc.integer({ min: 1, max: LEAVES.length }),
  fc.constantFrom(1, 2, 255, 256, 257, 511, 512, 513, 768, 769),
);
const tree = treeOver(tilesOf(LEAVES));

describe('the tree over tiles', () => {
  test('has the root of the RFC at every size, as the verifier has', () => {
    const grown = growTree();
    expect(grown.root()).toEqual(naiveRoot([]));
    const grownRoots = LEAVES.map(leaf => {
      grown.append(leaf);
      return grown.root();
    });
    return fc.assert(
      fc.asyncProperty(size, async n => {
        const root = await tree.rootAt(n);
        expect(root).toEqual(naiveRoot(LEAVES.slice(0, n)));
        expect(grownRoots[n - 1]).toEqual(root);
      }),
    );
  });

  test('proves that an entry is in the log, and only that entry, there', () =>
    fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (n, seed, other) => {
        const index = seed % n;
        const proof = await tree.proveInclusion(index, n);
        expect(proof).toEqual(naivePath(index, LEAVES.slice(0, n)));
        const claim = { index, size: n, leafHash: LEAVES[index]!, proof, root: await tree.rootAt(n) };
        expect(verifyInclusion(claim)).toBe(true);
        const elsewhere = other % n;
        expect(verifyInclusion({ ...claim, index: elsewhere })).toBe(elsewhere === index);
        expect(verifyInclusion({ ...claim, leafHash: LEAVES[elsewhere]! })).toBe(elsewhere === index);
      }),
    ));

  test('proves that the log only grew', () =>
    fc.assert(
      fc.asyncProperty(size, size, async (a, b) => {
        const [earlierSize, later] = [Math.min(a, b), Math.max(a, b)];
        const proof = await tree.proveConsistency(earlierSize, later);
        const [earlierRoot, root] = [await tree.rootAt(earlierSize), await tree.rootAt(later)];
        const claim = { earlierSize, earlierRoot, size: later, root, proof };
        expect(verifyConsistency(claim)).toBe(true);
        const forged = createHash('sha256').update(earlierRoot).digest();
        expect(verifyConsistency({ ...claim, earlierRoot: forged })).toBe(false);
      }),
    ));

  test('sees the log grow', async () => {
    let length = 10;
    const growing = treeOver((height, tile) => tilesOf(LEAVES.slice(0, length))(height, tile));
    await growing.rootAt(10);
    for (length of [20, 300]) {
      expect(await growing.rootAt(length)).toEqual(naiveRoot(LEAVES.slice(0, length)));
    }
  });

  test('refuses what it was never asked to hold', async () => {
    await expect(tree.rootAt(LEAVES.length + 1)).rejects.toThrow(RangeError);
    await expect(tree.proveInclusion(5, 5)).rejects.toThrow(RangeError);
    await expect(tree.proveConsistency(0, 5)).rejects.toThrow(RangeError);
    await expect(tree.proveConsistency(6, 5)).rejects.toThrow(RangeError);
  });
});
