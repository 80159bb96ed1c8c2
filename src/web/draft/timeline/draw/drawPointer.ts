import { instantText } from '../../../../core/chart/instantText.ts';
import { atOf } from '../../../../core/chart/timeView.ts';
import { AXIS_HEIGHT } from '../layout.ts';
import type { Stage } from '../stage.ts';

/** Draws what follows the pointer, on a layer of its own: the hair line with its exact time, and the brush. */
export function drawPointer(paint: CanvasRenderingContext2D, stage: Stage): void {
  paint.clearRect(0, 0, stage.width, stage.layout.height);
  if (stage.brush) drawBrush(paint, stage, stage.brush);
  if (!stage.pointer) return;
  const x = Math.round(stage.pointer.x);
  paint.fillStyle = stage.palette.text;
  paint.globalAlpha = 0.5;
  paint.fillRect(x, AXIS_HEIGHT, 1, stage.layout.height - AXIS_HEIGHT);
  paint.globalAlpha = 1;
  const at = atOf(stage.view, stage.width, stage.pointer.x);
  const text = instantText(at, { clock: stage.clock, digits: digitsFor(stage), date: 'none' });
  paint.font = `600 12px ${stage.font}`;
  const wide = paint.measureText(text).width + 14;
  const left = Math.min(Math.max(0, x - wide / 2), stage.width - wide);
  paint.beginPath();
  paint.roundRect(left, 1, wide, AXIS_HEIGHT - 6, 4);
  paint.fill();
  paint.fillStyle = stage.palette.panel;
  paint.textAlign = 'left';
  paint.textBaseline = 'middle';
  paint.fillText(text, left + 7, AXIS_HEIGHT / 2 - 1.5);
}

/** As many digits as a pixel can tell apart. */
function digitsFor({ view, width }: Stage): number {
  const perPixel = (view.to - view.from) / width;
  if (perPixel >= 500_000) return 0;
  return perPixel >= 500 ? 3 : 6;
}

function drawBrush(paint: CanvasRenderingContext2D, stage: Stage, brush: { from: number; to: number }): void {
  const left = Math.min(brush.from, brush.to);
  paint.fillStyle = stage.palette.accent;
  paint.globalAlpha = 0.16;
  paint.fillRect(left, AXIS_HEIGHT, Math.abs(brush.to - brush.from), stage.layout.height - AXIS_HEIGHT);
  paint.globalAlpha = 1;
}
