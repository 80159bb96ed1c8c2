import type { LaneModel, TimelineModel } from './model.ts';

export const AXIS_HEIGHT = 26;
export const PHASE_HEIGHT = 18;
export const LABEL_ROWS = 6;
export const LABEL_HEIGHT = 20;
export const MARKS_HEIGHT = 20;
/** Lanes shown before the reader asks for all. */
export const FEW_LANES = 12;
export const FEW_SERIES = 6;

/** Where labels of moments begin and end. */
export const LABELS_TOP = AXIS_HEIGHT + PHASE_HEIGHT + 4;
export const MARKS_TOP = LABELS_TOP + LABEL_ROWS * LABEL_HEIGHT;
export const ROWS_TOP = MARKS_TOP + MARKS_HEIGHT + 6;

export type Row =
  | { kind: 'series'; top: number; height: number; item: TimelineModel['series'][number] }
  | { kind: 'lane'; top: number; height: number; item: LaneModel };

export interface Layout {
  rows: Row[];
  height: number;
}

export interface LayoutWishes {
  series: 'shown' | 'hidden';
  lanes: 'few' | 'all';
  /** On narrow screens the names stand above the rows, which are taller for it. */
  names: 'beside' | 'above';
}

/** Stacks series and lanes below the moments. */
export function layoutRows(model: TimelineModel, wishes: LayoutWishes): Layout {
  const extra = wishes.names === 'above' ? 14 : 0;
  const lanes = wishes.lanes === 'all' ? model.lanes : tellingLanes(model.lanes);
  const rows: Row[] = [];
  let top = ROWS_TOP;
  const add = (row: Row) => {
    rows.push(row);
    top += row.height;
  };
  const series = wishes.lanes === 'all' ? model.series : model.series.slice(0, FEW_SERIES);
  if (wishes.series === 'shown')
    for (const item of series) add({ kind: 'series', top, height: 34 + extra, item });
  for (const item of lanes) add({ kind: 'lane', top, height: 24 + extra, item });
  return { rows, height: top + 4 };
}

/** The lanes with most errors, then most records, in their own order. */
function tellingLanes(lanes: LaneModel[]): LaneModel[] {
  if (lanes.length <= FEW_LANES) return lanes;
  const errors = (item: LaneModel) => item.lane.errors.reduce((sum, value) => sum + value, 0);
  const ranked = lanes
    .map(item => ({ item, errors: errors(item) }))
    .sort((a, b) => b.errors - a.errors || b.item.lane.records - a.item.lane.records);
  const chosen = new Set(ranked.slice(0, FEW_LANES).map(({ item }) => item));
  return lanes.filter(item => chosen.has(item));
}
