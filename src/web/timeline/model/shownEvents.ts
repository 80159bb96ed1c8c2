import { buildPyramid, type CountPyramid, peakOf } from '../../../core/chart/countPyramid.ts';
import { indexLanes, type LaneIndex, type PassTable } from '../../../core/chart/indexLanes.ts';
import { lowerBound } from '../../../core/chart/lowerBound.ts';
import type { TimeView } from '../../../core/chart/timeView.ts';
import type { EventFilter } from './eventFilter.ts';
import { passTable } from './eventFilter.ts';
import type { TimelineModel } from './timelineModel.ts';

/** Events by row, and their counts. */
export interface EventRows {
  index: LaneIndex;
  sizeOf(row: number): number;
  pyramidOf(row: number): CountPyramid;
  /** The fullest bucket of `2 ** shift` µs in a row. */
  peakOf(row: number, shift: number): number;
}

/** What passes the filter: by lane, by group, and all in time. */
export interface ShownEvents {
  pass: PassTable;
  byLane: EventRows;
  byGroup: EventRows;
  /** One row with everything. */
  all: EventRows;
  total: number;
}

/** Looks up everything that passes a filter, in stretches: see `inSlices`. */
export function* showEvents(model: TimelineModel, filter: EventFilter): Generator<undefined, ShownEvents> {
  const pass = passTable(model, filter);
  const { columns, groups, groupOf } = model;
  const lanes = columns.lanes.length;
  const rows = function* (count: number, rowOf: ArrayLike<number>) {
    return createRows(yield* indexLanes(columns, { rows: count, rowOf }, pass), model);
  };
  const byLane = yield* rows(
    lanes,
    columns.lanes.map((_, lane) => lane),
  );
  // Where every service has one source, the two are the same.
  const byGroup = yield* rows(groups.length, groupOf);
  const all = yield* rows(1, new Uint8Array(lanes));
  // The first frame needs most of them at once; here they are made one at a time.
  for (const made of [all, byGroup, byLane]) yield* countAhead(made);
  return { pass, byLane, byGroup, all, total: all.index.order.length };
}

function* countAhead(rows: EventRows): Generator<undefined, void> {
  for (let row = 0; row + 1 < rows.index.starts.length; row++) {
    rows.pyramidOf(row);
    yield;
  }
}

function createRows(index: LaneIndex, { origin }: TimelineModel): EventRows {
  const pyramids = new Map<number, CountPyramid>();
  const peaks = new Map<string, number>();
  const rows: EventRows = {
    index,
    sizeOf: row => index.starts[row + 1]! - index.starts[row]!,
    pyramidOf(row) {
      const known = pyramids.get(row);
      if (known) return known;
      const [start, end] = [index.starts[row]!, index.starts[row + 1]!];
      const made = buildPyramid(index.times.subarray(start, end), index.flags.subarray(start, end), origin);
      pyramids.set(row, made);
      return made;
    },
    peakOf(row, shift) {
      const key = `${row} ${shift}`;
      const known = peaks.get(key) ?? peakOf(rows.pyramidOf(row), shift);
      peaks.set(key, known);
      return known;
    },
  };
  return rows;
}

/** Where in a row's index the events of a stretch begin and end. */
export function placesIn({ index }: EventRows, row: number, { from, to }: TimeView): [number, number] {
  const [start, end] = [index.starts[row]!, index.starts[row + 1]!];
  const first = lowerBound(index.times, from, start, end);
  return [first, lowerBound(index.times, to, first, end)];
}
