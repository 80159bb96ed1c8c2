import { timeTicks } from '../../../../core/chart/timeTicks.ts';
import { xOf } from '../../../../core/chart/timeView.ts';
import { AXIS_HEIGHT, PHASE_HEIGHT, ROWS_TOP } from '../layout.ts';
import type { Stage } from '../stage.ts';
import { drawGaps } from './drawGaps.ts';
import { drawLane } from './drawLane.ts';
import { drawMoments } from './drawMoments.ts';
import { drawSeries } from './drawSeries.ts';

const PHASE_NAMES = {
  before: 'Before',
  impact: 'Impact',
  detected: 'Detected',
  mitigated: 'Mitigated',
  restored: 'Restored',
} as const;

/** Draws one frame: grid and phases behind, then gaps, series, lanes, and the moments on top. */
export function drawScene(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  phases: readonly { name: keyof typeof PHASE_NAMES; from: number; to: number }[],
): void {
  const { width, layout, palette } = stage;
  paint.clearRect(0, 0, width, layout.height);
  paint.textBaseline = 'middle';
  drawPhases(paint, stage, phases);
  drawGrid(paint, stage);
  drawGaps(paint, stage);
  for (const row of layout.rows) {
    if (row.top > stage.visible.bottom || row.top + row.height < stage.visible.top) continue;
    paint.fillStyle = palette.line;
    paint.fillRect(0, row.top + row.height - 0.5, width, 0.5);
    if (row.kind === 'series') drawSeries(paint, stage, row);
    else drawLane(paint, stage, row);
  }
  drawMoments(paint, stage);
}

function drawPhases(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  phases: Parameters<typeof drawScene>[2],
): void {
  const { palette, view, width, layout } = stage;
  paint.font = `600 11px ${stage.font}`;
  paint.textAlign = 'left';
  for (const phase of phases) {
    const left = Math.max(0, xOf(view, width, phase.from));
    const right = Math.min(width, xOf(view, width, phase.to));
    if (right <= left) continue;
    paint.fillStyle = palette[`phase-${phase.name}`] ?? palette.line;
    paint.globalAlpha = phase.name === 'before' || phase.name === 'restored' ? 0.05 : 0.075;
    paint.fillRect(left, AXIS_HEIGHT, right - left, layout.height - AXIS_HEIGHT);
    paint.globalAlpha = 0.22;
    paint.fillRect(left, AXIS_HEIGHT, right - left - 1, PHASE_HEIGHT);
    paint.globalAlpha = 1;
    paint.fillRect(left, AXIS_HEIGHT, right - left - 1, 2);
    const name = PHASE_NAMES[phase.name] ?? phase.name;
    if (paint.measureText(name).width + 12 > right - left) continue;
    paint.fillStyle = palette.text;
    paint.fillText(name, left + 6, AXIS_HEIGHT + PHASE_HEIGHT / 2 + 1.5);
  }
}

function drawGrid(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { palette, view, width, layout } = stage;
  paint.font = `12px ${stage.font}`;
  paint.textAlign = 'center';
  for (const tick of timeTicks(view, Math.max(2, Math.floor(width / 90)), stage.clock)) {
    const x = Math.round(xOf(view, width, tick.at)) + 0.5;
    paint.fillStyle = palette.line;
    paint.fillRect(x - 0.5, AXIS_HEIGHT - 4, 1, 4);
    paint.globalAlpha = 0.6;
    paint.fillRect(x - 0.5, ROWS_TOP - 4, 1, layout.height - ROWS_TOP);
    paint.globalAlpha = 1;
    const half = paint.measureText(tick.label).width / 2;
    if (x < half || x > width - half) continue;
    paint.fillStyle = palette.muted;
    paint.fillText(tick.label, x, AXIS_HEIGHT / 2 - 1);
  }
}
