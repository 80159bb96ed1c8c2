import type { TimeView } from '../../../core/chart/timeView.ts';
import { xOf } from '../../../core/chart/timeView.ts';

/** A bar of the density: its left edge and width in pixels, and the largest count in it. */
export interface Column {
  x: number;
  width: number;
  count: number;
}

/** Buckets of `counts` over `window` as bars that are at least `least` pixels wide; empty ones are left out. */
export function densityColumns(
  counts: readonly number[],
  window: TimeView,
  view: TimeView,
  screen: { width: number; least: number },
): Column[] {
  const size = (window.to - window.from) / counts.length;
  if (!(size > 0)) return [];
  const pixels = (size / (view.to - view.from)) * screen.width;
  const group = Math.max(1, Math.ceil(screen.least / pixels));
  const first = Math.max(0, Math.floor((view.from - window.from) / size / group) * group);
  const last = Math.min(counts.length, Math.ceil((view.to - window.from) / size));
  const columns: Column[] = [];
  for (let start = first; start < last; start += group) {
    let count = 0;
    for (let index = start; index < Math.min(start + group, counts.length); index++) {
      count = Math.max(count, counts[index] ?? 0);
    }
    if (count > 0)
      columns.push({ x: xOf(view, screen.width, window.from + start * size), width: pixels * group, count });
  }
  return columns;
}

/** First place in an ascending list whose value is at least `wanted`. */
export function lowerBound<Item>(
  items: readonly Item[],
  wanted: number,
  keyOf: (item: Item) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(items[middle]!) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
