import type { TimeView } from '../../../core/chart/timeView.ts';
import { placesIn, type ShownEvents } from './shownEvents.ts';

/** The events that a table lists: those of a stretch of time that pass the filter, as far as a page can be long. */
export interface TableRows {
  count: number;
  /** In the stretch. */
  total: number;
  /** Place in the columns of the event in a row. */
  placeAt(row: number): number;
  /** Row of an event; -1 when it is not listed. */
  rowOf(place: number): number;
}

/** Browsers draw no element taller than some seventeen million pixels: thirty pixels a row leave this many. */
export const MOST_ROWS = 500_000;

/** The rows of a table of events. */
export function tableRows({ all }: ShownEvents, stretch: TimeView): TableRows {
  const [first, last] = placesIn(all, 0, stretch);
  const { order } = all.index;
  const count = Math.min(last - first, MOST_ROWS);
  return {
    count,
    total: last - first,
    placeAt: row => order[first + row]!,
    rowOf(place) {
      let [low, high] = [first, first + count];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (order[middle]! < place) low = middle + 1;
        else high = middle;
      }
      return low < first + count && order[low] === place ? low - first : -1;
    },
  };
}
