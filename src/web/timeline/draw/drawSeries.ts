import { lowerBound } from '../../../core/chart/lowerBound.ts';
import type { SeriesModel } from '../model/timelineModel.ts';
import { type Stage, scaleOf } from '../stage.ts';

/** Of a sparkline, in pixels. */
const TALL = 26;

/** Draws one series as a line with a soft area, its quiet level as dashes, and how high it reaches. */
export function drawSeries(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  series: SeriesModel,
  bottom: number,
): void {
  const { times, values, runs, low, high, baseline } = series;
  const { from, by } = scaleOf(stage);
  const { palette, width, view } = stage;
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * TALL;
  if (baseline !== null) {
    paint.strokeStyle = palette.faint;
    paint.setLineDash([3, 3]);
    paint.beginPath();
    paint.moveTo(0, y(baseline));
    paint.lineTo(width, y(baseline));
    paint.stroke();
    paint.setLineDash([]);
  }
  // One sample more on each side, so that the line runs on behind the edges.
  const first = Math.max(0, lowerBound(times, view.from) - 1);
  const end = Math.min(times.length, lowerBound(times, view.to) + 1);
  if (end <= first) return;
  const [line, area] = [new Path2D(), new Path2D()];
  for (const [begins, ends] of runs) {
    const [start, stop] = [Math.max(first, begins), Math.min(end, ends)];
    if (stop <= start) continue;
    const run = new Path2D();
    for (let place = start; place < stop; place++) {
      const [x, height] = [(times[place]! - from) * by, y(values[place]!)];
      if (place === start) run.moveTo(x, height);
      else run.lineTo(x, height);
    }
    // A sample between two gaps is a line too, if a short one.
    if (stop === start + 1) run.lineTo((times[start]! - from) * by + 1.5, y(values[start]!));
    line.addPath(run);
    run.lineTo((times[stop - 1]! - from) * by, bottom);
    run.lineTo((times[start]! - from) * by, bottom);
    area.addPath(run);
  }
  paint.fillStyle = palette.measure;
  paint.globalAlpha = 0.12;
  paint.fill(area);
  paint.globalAlpha = 1;
  paint.strokeStyle = palette.measure;
  paint.lineWidth = 1.25;
  paint.lineJoin = 'round';
  paint.stroke(line);
  drawPeak(paint, stage, series, bottom);
}

/** At the right edge, where nothing begins. */
function drawPeak(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  { high, unit }: SeriesModel,
  bottom: number,
): void {
  const text = `${Number(high.toPrecision(3)).toLocaleString('en')} ${unit}`.trim();
  paint.font = `10px ${stage.font}`;
  paint.textAlign = 'right';
  const y = bottom - TALL + 3;
  const wide = paint.measureText(text).width + 6;
  paint.fillStyle = stage.palette.panel;
  paint.globalAlpha = 0.8;
  paint.fillRect(stage.width - wide, y - 6, wide, 12);
  paint.globalAlpha = 1;
  paint.fillStyle = stage.palette.muted;
  paint.fillText(text, stage.width - 3, y);
}
