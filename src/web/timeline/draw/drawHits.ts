import { lowerBound } from '../../../core/chart/lowerBound.ts';
import type { Row } from '../layout.ts';
import { type Stage, scaleOf } from '../stage.ts';

/** Marks what the search found, one mark a pixel at most, in the rows that are on screen. */
export function drawHits(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { hits, model, view } = stage;
  if (!hits || hits.length === 0) return;
  const bottoms = rowBottoms(stage);
  const { at, lane } = model.columns;
  const { from, by } = scaleOf(stage);
  const last = new Map<number, number>();
  paint.fillStyle = stage.palette.hit;
  for (let place = firstFrom(hits, at, view.from); place < hits.length; place++) {
    const event = hits[place]!;
    if (at[event]! > view.to) return;
    const bottom = bottoms.get(lane[event]!);
    if (bottom === undefined) continue;
    const x = Math.round((at[event]! - from) * by);
    if (last.get(bottom) === x) continue;
    last.set(bottom, x);
    paint.fillRect(x - 1, bottom - 19, 3, 19);
  }
}

/** Lane → bottom of the row that shows it, if it is on screen. */
function rowBottoms({ layout, scroll, height }: Stage): Map<number, number> {
  const bottoms = new Map<number, number>();
  for (const row of layout.rows) {
    const top = layout.headHeight + row.top - scroll;
    if (top > height || top + row.height < layout.headHeight) continue;
    for (const lane of lanesOf(row)) bottoms.set(lane, top + row.height - 3);
  }
  return bottoms;
}

function lanesOf(row: Row): readonly number[] {
  if (row.kind === 'lane') return [row.lane];
  return row.kind === 'group' && !row.isOpen ? row.group.lanes : [];
}

/** First hit that is not before an instant. Hits ascend in time as well as in place. */
function firstFrom(hits: Uint32Array, at: Float64Array, from: number): number {
  return lowerBound(hits, lowerBound(at, from));
}
