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
  const best: number[] = [];
  const isNewer = (a: number, b: number): boolean => at[a]! > at[b]! || (at[a]! === at[b]! && a > b);
  const isBehind = (ord: number): boolean =>
    !after || at[ord]! < after[0] || (at[ord]! === after[0] && ord < after[1]);
  for (let place = hits.length - 1; place >= 0; place--) {
    const ord = hits[place]!;
    if (!isBehind(ord) || (best.length === most && !isNewer(ord, best.at(-1)!))) continue;
    if (best.length === most) best.pop();
    let slot = best.length;
    while (slot > 0 && isNewer(ord, best[slot - 1]!)) slot--;
    best.splice(slot, 0, ord);
  }
  return best;
}
