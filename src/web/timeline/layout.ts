import type { ShownEvents } from './model/shownEvents.ts';
import type { LaneGroup, SeriesModel, TimelineModel } from './model/timelineModel.ts';

export const AXIS_HEIGHT = 26;
export const PHASE_HEIGHT = 18;
export const LABEL_HEIGHT = 20;
export const MARKS_HEIGHT = 20;
const SERIES_HEIGHT = 36;
const LANE_HEIGHT = 24;
/** Graphs that are shown before one asks for all: the most telling come first. */
export const FEW_SERIES = 5;
/** Stands for all graphs among the names of open services; no service is called so. */
export const GRAPHS = '#graphs';
/** On narrow screens names stand above their rows, which are taller for it. */
export const NAME_ABOVE = 14;

/** A row below the head. `top` counts from the first row. */
export type Row = { top: number; height: number } & (
  | { kind: 'series'; series: SeriesModel }
  /** Opens or closes the graphs that are not shown at first. */
  | { kind: 'more'; hidden: number; isOpen: boolean }
  /** `isOpen`: its lanes follow. A group of one lane is that lane's row. */
  | { kind: 'group'; group: LaneGroup; place: number; isOpen: boolean }
  | { kind: 'lane'; lane: number; isInner: boolean }
);

/** Where everything stands. */
export interface Layout {
  /** Names stand on the plot, above their rows. */
  isNarrow: boolean;
  labelRows: number;
  /** Where the signs of moments begin. */
  marksTop: number;
  headHeight: number;
  rows: Row[];
  /** Where the rows with events begin. */
  eventsTop: number;
  /** Of all rows together. */
  rowsHeight: number;
}

export interface LayoutWishes {
  hasSeries: boolean;
  isNarrow: boolean;
  open: ReadonlySet<string>;
}

/** Stacks series, groups and their lanes; what a filter empties is left out. */
export function layoutRows(
  { groups, series }: Pick<TimelineModel, 'groups' | 'series'>,
  { byLane }: { byLane: Pick<ShownEvents['byLane'], 'sizeOf'> },
  { hasSeries, isNarrow, open }: LayoutWishes,
): Layout {
  const labelRows = isNarrow ? 3 : 4;
  const marksTop = AXIS_HEIGHT + PHASE_HEIGHT + 4 + labelRows * LABEL_HEIGHT;
  const extra = isNarrow ? NAME_ABOVE : 0;
  const rows: Row[] = [];
  let top = 0;
  const add = (height: number, row: DistributiveOmit<Row, 'top' | 'height'>): void => {
    rows.push({ ...row, top, height: height + extra } as Row);
    top += height + extra;
  };
  const isAll = open.has(GRAPHS);
  if (hasSeries) {
    for (const item of isAll ? series : series.slice(0, FEW_SERIES))
      add(SERIES_HEIGHT, { kind: 'series', series: item });
    if (series.length > FEW_SERIES)
      add(LANE_HEIGHT, { kind: 'more', hidden: series.length - FEW_SERIES, isOpen: isAll });
  }
  const eventsTop = top;
  for (const [place, group] of groups.entries()) {
    const lanes = group.lanes.filter(lane => byLane.sizeOf(lane) > 0);
    if (lanes.length === 0) continue;
    if (lanes.length === 1) {
      add(LANE_HEIGHT, { kind: 'lane', lane: lanes[0]!, isInner: false });
      continue;
    }
    const isOpen = open.has(group.service);
    add(LANE_HEIGHT, { kind: 'group', group, place, isOpen });
    if (isOpen) for (const lane of lanes) add(LANE_HEIGHT, { kind: 'lane', lane, isInner: true });
  }
  return {
    isNarrow,
    labelRows,
    marksTop,
    headHeight: marksTop + MARKS_HEIGHT + 6,
    rows,
    eventsTop,
    rowsHeight: top,
  };
}

type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;

/** The row at a height below the head, scrolled. */
export function rowAt({ rows }: Layout, y: number): Row | undefined {
  return rows.find(({ top, height }) => y >= top && y < top + height);
}
