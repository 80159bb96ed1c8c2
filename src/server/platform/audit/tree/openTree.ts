import type { Kysely } from 'kysely';
import { EMPTY_ROOT, HASH_BYTES, nodeHash, rootOf } from './hashes.ts';
import { readHashes, TILE } from './tiles.ts';

/** The stored hashes of one tile: up to 256, one behind the other. */
export type ReadTile = (height: number, tile: number) => Promise<Buffer>;

/** Questions to the log's tree, at any size that it had. Sizes and indexes beyond the log throw RangeError. */
export interface Tree {
  /** Root of the first `size` leaves. */
  rootAt(size: number): Promise<Buffer>;
  /** The audit path of a leaf in the tree of `size` leaves (RFC 6962, 2.1.1), lowest first. */
  proveInclusion(index: number, size: number): Promise<Buffer[]>;
  /** That the tree of `size` begins with the tree of `earlier` (RFC 6962, 2.1.2). */
  proveConsistency(earlier: number, size: number): Promise<Buffer[]>;
}

/** Tiles that one tree keeps at hand: 16 of 8 KiB hold every edge of a log of 2^50 leaves. */
const TILES_KEPT = 16;

/** The tree over what the sequencer stored. It keeps tiles that were full; open a new one for each task. */
export function openTree<Database>(db: Kysely<Database>): Tree {
  return treeOver((height, tile) => readHashes(db, { height, from: tile * TILE, to: (tile + 1) * TILE }));
}

/** The tree over tiles from anywhere. */
export function treeOver(readTile: ReadTile): Tree {
  const tileOf = keepFullTiles(readTile);

  /** Root of leaves [from, from + width); the width is a power of two, and `from` a multiple of it. */
  async function completeRoot(from: number, width: number): Promise<Buffer> {
    let height = 0;
    let first = from;
    let count = width;
    for (; count >= TILE; count /= TILE) {
      height++;
      first /= TILE;
    }
    const place = first % TILE;
    const hashes = await tileOf(height, (first - place) / TILE);
    if (hashes.length < (place + count) * HASH_BYTES)
      throw new RangeError(`The audit log is shorter than ${from + width} entries.`);
    return rootOf(hashes.subarray(place * HASH_BYTES, (place + count) * HASH_BYTES));
  }

  async function rootBetween(from: number, to: number): Promise<Buffer> {
    const split = splitOf(to - from);
    if (split === to - from) return completeRoot(from, split);
    return nodeHash(await completeRoot(from, split), await rootBetween(from + split, to));
  }

  async function pathTo(index: number, from: number, to: number): Promise<Buffer[]> {
    if (to - from === 1) return [];
    const middle = from + halfOf(to - from);
    return index < middle
      ? [...(await pathTo(index, from, middle)), await rootBetween(middle, to)]
      : [...(await pathTo(index, middle, to)), await rootBetween(from, middle)];
  }

  async function growth(earlier: number, from: number, to: number, isWhole: boolean): Promise<Buffer[]> {
    if (earlier === to) return isWhole ? [] : [await rootBetween(from, to)];
    const middle = from + halfOf(to - from);
    return earlier <= middle
      ? [...(await growth(earlier, from, middle, isWhole)), await rootBetween(middle, to)]
      : [...(await growth(earlier, middle, to, false)), await rootBetween(from, middle)];
  }

  return {
    async rootAt(size) {
      return size === 0 ? EMPTY_ROOT : rootBetween(0, size);
    },
    async proveInclusion(index, size) {
      if (index < 0 || index >= size)
        throw new RangeError(`Entry ${index} is not in a log of ${size} entries.`);
      return pathTo(index, 0, size);
    },
    async proveConsistency(earlier, size) {
      if (earlier <= 0 || earlier > size) throw new RangeError(`A log of ${size} was never ${earlier} long.`);
      return growth(earlier, 0, size, true);
    },
  };
}

/** The largest power of two that is at most n. */
const splitOf = (n: number): number => 2 ** Math.floor(Math.log2(n));

/** The largest power of two below n: where the RFC splits. */
const halfOf = (n: number): number => (splitOf(n) === n ? n / 2 : splitOf(n));

/** A tile that is full never changes, so it can be kept; the oldest goes first. */
function keepFullTiles(readTile: ReadTile): ReadTile {
  const kept = new Map<string, Buffer>();
  return async (height, tile) => {
    const name = `${height}/${tile}`;
    const known = kept.get(name);
    if (known) return known;
    const hashes = await readTile(height, tile);
    if (hashes.length < TILE * HASH_BYTES) return hashes;
    kept.set(name, hashes);
    if (kept.size > TILES_KEPT) kept.delete(kept.keys().next().value!);
    return hashes;
  };
}
