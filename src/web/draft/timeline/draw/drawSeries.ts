import { xOf } from '../../../../core/chart/timeView.ts';
import type { Row } from '../layout.ts';
import type { Stage } from '../stage.ts';

type SeriesRow = Extract<Row, { kind: 'series' }>;

/** Draws one series as a line with a soft area, and its quiet level as dashes. */
export function drawSeries(paint: CanvasRenderingContext2D, stage: Stage, row: SeriesRow): void {
  const { series, low, high } = row.item;
  const { view, width, palette } = stage;
  const bottom = row.top + row.height - 4;
  const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (Math.min(row.height, 34) - 9);
  if (series.baseline !== null) {
    paint.strokeStyle = palette.faint;
    paint.setLineDash([3, 3]);
    paint.beginPath();
    paint.moveTo(0, y(series.baseline));
    paint.lineTo(width, y(series.baseline));
    paint.stroke();
    paint.setLineDash([]);
  }
  const line = new Path2D();
  let first: number | undefined;
  let last = 0;
  for (const [at, value] of series.points) {
    if (!Number.isFinite(value)) continue;
    last = xOf(view, width, at);
    if (first === undefined) line.moveTo(last, y(value));
    else line.lineTo(last, y(value));
    first ??= last;
  }
  if (first === undefined) return;
  const area = new Path2D(line);
  area.lineTo(last, bottom);
  area.lineTo(first, bottom);
  paint.fillStyle = palette.accent;
  paint.globalAlpha = 0.1;
  paint.fill(area);
  paint.globalAlpha = 1;
  paint.strokeStyle = palette.accent;
  paint.lineWidth = 1.25;
  paint.lineJoin = 'round';
  paint.stroke(line);
  drawPeak(paint, stage, row);
}

/** Says how high the line reaches, at the right edge where nothing begins. */
function drawPeak(paint: CanvasRenderingContext2D, stage: Stage, row: SeriesRow): void {
  const { series, high } = row.item;
  const text = `${Number(high.toPrecision(3)).toLocaleString('en')} ${series.unit}`.trim();
  paint.font = `10px ${stage.font}`;
  paint.textAlign = 'right';
  const y = row.top + row.height - Math.min(row.height, 34) + 8;
  paint.fillStyle = stage.palette.panel;
  paint.globalAlpha = 0.8;
  const wide = paint.measureText(text).width + 6;
  paint.fillRect(stage.width - wide, y - 6, wide, 12);
  paint.globalAlpha = 1;
  paint.fillStyle = stage.palette.muted;
  paint.fillText(text, stage.width - 3, y);
}
