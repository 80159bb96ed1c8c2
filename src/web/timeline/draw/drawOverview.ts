import { xOf } from '../../../core/chart/timeView.ts';
import { overviewSpan } from '../overviewSpan.ts';
import type { Stage } from '../stage.ts';
import { barLeft, countBars } from './drawRow.ts';

/** Of the strip, in stage pixels. */
export const OVERVIEW_HEIGHT = 34;

/** Draws what there is around the view in small: what does not change while one moves. */
export function drawOverview(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { palette, width, events } = stage;
  const whole = { ...stage, view: overviewSpan(stage.model, stage.view) };
  const bars = countBars(whole, events.all, 0);
  const scale = { from: whole.view.from, by: width / (whole.view.to - whole.view.from) };
  const left = barLeft(stage, scale, bars.shift, bars.first);
  const wide = 2 ** bars.shift * scale.by;
  const unit = (OVERVIEW_HEIGHT - 10) / Math.sqrt(bars.peak);
  paint.clearRect(0, 0, width, OVERVIEW_HEIGHT);
  for (const [values, colour] of [
    [bars.counts, palette.density],
    [bars.marked, palette.error],
  ] as const) {
    paint.fillStyle = colour;
    for (const [bar, value] of values.entries()) {
      if (value === 0) continue;
      const tall = Math.max(1, Math.sqrt(value) * unit);
      paint.fillRect(left + bar * wide, OVERVIEW_HEIGHT - 5 - tall, Math.max(1, wide - 1), tall);
    }
  }
  for (const flag of stage.flags) {
    paint.fillStyle = palette[flag.family];
    paint.fillRect(xOf(whole.view, width, flag.at), OVERVIEW_HEIGHT - 4, 1.5, 4);
  }
}

/** Draws the frame around the part that is on screen, on a layer of its own. */
export function drawFrame(paint: CanvasRenderingContext2D, { model, view, width, palette }: Stage): void {
  const span = overviewSpan(model, view);
  const left = xOf(span, width, view.from);
  const wide = Math.max(4, xOf(span, width, view.to) - left);
  paint.clearRect(0, 0, width, OVERVIEW_HEIGHT);
  paint.fillStyle = palette.accent;
  paint.globalAlpha = 0.14;
  paint.fillRect(left, 0, wide, OVERVIEW_HEIGHT);
  paint.globalAlpha = 1;
  paint.strokeStyle = palette.accent;
  paint.lineWidth = 1;
  paint.strokeRect(left + 0.5, 0.5, Math.max(3, wide - 1), OVERVIEW_HEIGHT - 1);
}
