import { xOf } from '../../../../core/chart/timeView.ts';
import type { Stage } from '../stage.ts';

/** Hatches the spans in which evidence is missing: in the lane that misses it, or over all lanes. */
export function drawGaps(paint: CanvasRenderingContext2D, stage: Stage): void {
  const top = stage.layout.rows.find(row => row.kind === 'lane')?.top;
  for (const gap of stage.model.gaps) {
    if (top !== undefined) hatch(paint, stage, gap, { top, height: stage.layout.height - top });
  }
  for (const row of stage.layout.rows) {
    if (row.kind !== 'lane') continue;
    for (const gap of row.item.gaps) hatch(paint, stage, gap, row);
  }
}

function hatch(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  gap: { from?: number; to?: number },
  band: { top: number; height: number },
): void {
  if (gap.from === undefined || gap.to === undefined) return;
  const left = Math.max(0, xOf(stage.view, stage.width, gap.from));
  const right = Math.min(stage.width, xOf(stage.view, stage.width, gap.to));
  if (right - left < 1) return;
  paint.save();
  paint.beginPath();
  paint.rect(left, band.top + 2, right - left, band.height - 4);
  paint.clip();
  paint.strokeStyle = stage.palette.faint;
  paint.lineWidth = 1;
  paint.beginPath();
  for (let x = left - (left % 6) - band.height; x < right; x += 6) {
    paint.moveTo(x, band.top + band.height);
    paint.lineTo(x + band.height, band.top);
  }
  paint.stroke();
  paint.restore();
}
