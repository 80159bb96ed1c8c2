import { LEVELS } from '../document/schema/words.ts';
import type { EventColumns } from './eventColumns.ts';
import { STRETCH } from './unpackEvents.ts';

/** Events that pass a filter, by the row that they are drawn in, in time. Row `r` has the places `starts[r]` to `starts[r + 1]`. */
export interface LaneIndex {
  starts: Uint32Array;
  /** Places in the columns. */
  order: Uint32Array;
  times: Float64Array;
  /** 1 for errors. */
  flags: Uint8Array;
  /** The longest event of each row, in microseconds: what begins that much before a view may reach into it. */
  longest: Float64Array;
}

/** What is let through: 1 for each lane, kind and level that is. */
export interface PassTable {
  lanes: Uint8Array;
  kinds: Uint8Array;
  levels: Uint8Array;
}

const IS_ERROR = Uint8Array.from(LEVELS, level => Number(level === 'error' || level === 'fatal'));

/**
 * Sorts events into rows, in stretches.
 *
 * @param rowOf row of each lane
 */
export function* indexLanes(
  columns: EventColumns,
  { rows, rowOf }: { rows: number; rowOf: ArrayLike<number> },
  pass: PassTable,
): Generator<undefined, LaneIndex> {
  const { count, at, lane, kind, level, durationUs } = columns;
  const passes = (place: number): number =>
    pass.lanes[lane[place]!]! & pass.kinds[kind[place]!]! & pass.levels[level[place]!]!;
  const starts = new Uint32Array(rows + 1);
  for (let place = 0; place < count; place++) {
    if (passes(place)) starts[rowOf[lane[place]!]! + 1]!++;
    if (place % STRETCH === STRETCH - 1) yield;
  }
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const total = starts[rows]!;
  const index: LaneIndex = {
    starts,
    order: new Uint32Array(total),
    times: new Float64Array(total),
    flags: new Uint8Array(total),
    longest: new Float64Array(rows),
  };
  const ends = starts.slice();
  for (let place = 0; place < count; place++) {
    if (place % STRETCH === STRETCH - 1) yield;
    if (!passes(place)) continue;
    const row = rowOf[lane[place]!]!;
    const end = ends[row]!++;
    index.order[end] = place;
    index.times[end] = at[place]!;
    index.flags[end] = IS_ERROR[level[place]!]!;
    if (durationUs[place]! > index.longest[row]!) index.longest[row] = durationUs[place]!;
  }
  return index;
}
