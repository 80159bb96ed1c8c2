import type { Columns } from './columns.ts';

/** Where a page of newest hits ended: microseconds since 1970, and the ord. */
export type NewestKey = readonly [at: number, ord: number];

/**
 * The newest of some documents, newest first, without sorting all: documents come in the order of ords, so going
 * backwards almost none has to be put between others.
 *
 * @param after only older ones than this
 */
export function newest(
  { at }: Columns,
  hits: Uint32Array,
  { most, after }: { most: number; after?: NewestKey | undefined },
): number[] {
  if (most === 0) return [];
  const best: number[] = [];
  const isNewer = (a: number, b: number): boolean => at[a]! > at[b]! || (at[a]! === at[b]! && a > b);
  const isBehind = (ord: number): boolean =>
    !after || at[ord]! < after[0] || (at[ord]! === after[0] && ord < after[1]);
  // When there are enough, nearly all that come are older than the last of them.
  let last = Number.NEGATIVE_INFINITY;
  for (let place = hits.length - 1; place >= 0; place--) {
    const ord = hits[place]!;
    if (at[ord]! < last || !isBehind(ord)) continue;
    if (best.length === most) {
      if (!isNewer(ord, best.at(-1)!)) continue;
      best.pop();
    }
    let slot = best.length;
    while (slot > 0 && isNewer(ord, best[slot - 1]!)) slot--;
    best.splice(slot, 0, ord);
    if (best.length === most) last = at[best.at(-1)!]!;
  }
  return best;
}
