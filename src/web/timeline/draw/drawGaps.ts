import { xOf } from '../../../core/chart/timeView.ts';
import type { Row } from '../layout.ts';
import type { GapBand } from '../model/timelineModel.ts';
import type { Stage } from '../stage.ts';

/** Distance of the hatching's lines, in pixels. */
const STEP = 7;

/** Hatches the stretches in which evidence is missing: in the row that misses it, or over all rows. */
export function drawGaps(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { layout, model, view, scroll, height } = stage;
  const seen = model.gaps.filter(({ from, to }) => to > view.from && from < view.to);
  for (const gap of seen) {
    if (gap.isEverywhere) {
      hatch(paint, stage, gap, layout.headHeight + layout.eventsTop - scroll, height);
      continue;
    }
    for (const row of layout.rows) {
      const top = layout.headHeight + row.top - scroll;
      if (top > height || top + row.height < layout.headHeight || !concerns(gap, row, stage)) continue;
      hatch(paint, stage, gap, top + 2, top + row.height - 3);
    }
  }
}

/** Whether a gap lies in a row: its source's, or that of its service. */
export function concerns({ source }: GapBand, row: Row, { model }: Pick<Stage, 'model'>): boolean {
  if (row.kind === 'series' || row.kind === 'more') return false;
  if (row.kind === 'group') return source === row.group.service && source !== '';
  const lane = model.columns.lanes[row.lane]!;
  return source === lane.source || (source !== '' && source === lane.service);
}

function hatch(
  paint: CanvasRenderingContext2D,
  { view, width, palette }: Stage,
  gap: GapBand,
  top: number,
  bottom: number,
): void {
  const left = Math.max(0, xOf(view, width, gap.from));
  const right = Math.min(width, xOf(view, width, gap.to));
  const tall = bottom - top;
  if (right - left < 1 || tall <= 0) return;
  paint.save();
  paint.beginPath();
  paint.rect(left, top, right - left, tall);
  paint.clip();
  paint.strokeStyle = palette.faint;
  paint.globalAlpha = 0.7;
  paint.lineWidth = 1;
  paint.beginPath();
  for (let x = left - (left % STEP) - tall; x < right; x += STEP) {
    paint.moveTo(x, bottom);
    paint.lineTo(x + tall, top);
  }
  paint.stroke();
  paint.restore();
}
