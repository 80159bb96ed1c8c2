import { timeTicks } from '../../../core/chart/timeTicks.ts';
import { xOf } from '../../../core/chart/timeView.ts';
import { t } from '../../messages/index.ts';
import { AXIS_HEIGHT, NAME_ABOVE, PHASE_HEIGHT, type Row } from '../layout.ts';
import { fullNameOf } from '../nameOf.ts';
import type { Stage } from '../stage.ts';
import { drawFlags } from './drawFlags.ts';
import { drawGaps } from './drawGaps.ts';
import { drawHits } from './drawHits.ts';
import { drawRow } from './drawRow.ts';
import { drawSeries } from './drawSeries.ts';

/** Phases that are not the incident's own are fainter. */
const QUIET = new Set(['before', 'restored']);

/** Draws one frame: the rows that are on screen, and the head with axis, phases and moments, which does not scroll. */
export function drawScene(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { width, height, layout, palette, scroll } = stage;
  stage.wanted = [];
  paint.fillStyle = palette.panel;
  paint.fillRect(0, 0, width, height);
  paint.textBaseline = 'middle';
  drawPhases(paint, stage);
  const ticks = timeTicks(stage.view, Math.max(2, Math.floor(width / 90)), stage.clock);
  drawGrid(paint, stage, ticks);
  paint.save();
  paint.beginPath();
  paint.rect(0, layout.headHeight, width, height - layout.headHeight);
  paint.clip();
  drawGaps(paint, stage);
  for (const row of layout.rows) {
    const top = layout.headHeight + row.top - scroll;
    if (top > height || top + row.height < layout.headHeight) continue;
    paint.fillStyle = palette.line;
    paint.fillRect(0, top + row.height - 1, width, 1);
    if (row.kind === 'series') drawSeries(paint, stage, row.series, top + row.height - 4);
    else if (row.kind !== 'more') drawRow(paint, stage, row, top);
    if (layout.isNarrow) drawName(paint, stage, row, top);
  }
  drawHits(paint, stage);
  paint.restore();
  drawRange(paint, stage);
  drawFlags(paint, stage);
  drawAxis(paint, stage, ticks);
}

/** Signs before the names of rows that open. */
const SIGNS = { closed: '▸ ', open: '▾ ', none: '' } as const;

function drawName(paint: CanvasRenderingContext2D, stage: Stage, row: Row, top: number): void {
  const sign = 'isOpen' in row ? (row.isOpen ? 'open' : 'closed') : 'none';
  paint.font = `11px ${stage.font}`;
  paint.textAlign = 'left';
  paint.fillStyle = stage.palette.muted;
  paint.fillText(SIGNS[sign] + fullNameOf(stage, row), 4, top + NAME_ABOVE / 2 + 2);
}

function drawPhases(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { palette, view, width, height } = stage;
  paint.font = `600 11px ${stage.font}`;
  paint.textAlign = 'left';
  for (const { name, from, to } of stage.phases) {
    const left = Math.max(0, xOf(view, width, from));
    const right = Math.min(width, xOf(view, width, to));
    if (right <= left) continue;
    const colour = `phase-${name}` as keyof typeof palette;
    paint.fillStyle = palette[colour] ?? palette.change;
    paint.globalAlpha = QUIET.has(name) ? 0.05 : 0.075;
    paint.fillRect(left, AXIS_HEIGHT, right - left, height - AXIS_HEIGHT);
    paint.globalAlpha = 0.22;
    paint.fillRect(left, AXIS_HEIGHT, right - left - 1, PHASE_HEIGHT);
    paint.globalAlpha = 1;
    paint.fillRect(left, AXIS_HEIGHT, right - left - 1, 2);
    const words = t.timeline.phases[name] ?? name;
    if (paint.measureText(words).width + 12 > right - left) continue;
    paint.fillStyle = palette.text;
    paint.fillText(words, left + 6, AXIS_HEIGHT + PHASE_HEIGHT / 2 + 1.5);
  }
}

type Ticks = ReturnType<typeof timeTicks>;

function drawGrid(
  paint: CanvasRenderingContext2D,
  { palette, view, width, height, layout }: Stage,
  ticks: Ticks,
): void {
  paint.fillStyle = palette.line;
  for (const { at } of ticks)
    paint.fillRect(Math.round(xOf(view, width, at)), layout.marksTop, 1, height - layout.marksTop);
}

function drawAxis(
  paint: CanvasRenderingContext2D,
  { palette, view, width, layout, font }: Stage,
  ticks: Ticks,
): void {
  paint.font = `12px ${font}`;
  paint.textAlign = 'center';
  for (const { at, label } of ticks) {
    const x = Math.round(xOf(view, width, at));
    paint.fillStyle = palette.faint;
    paint.fillRect(x, AXIS_HEIGHT - 4, 1, 4);
    const half = paint.measureText(label).width / 2;
    if (x < half || x > width - half) continue;
    paint.fillStyle = palette.muted;
    paint.fillText(label, x, AXIS_HEIGHT / 2 - 1);
  }
  paint.fillStyle = palette.line;
  paint.fillRect(0, layout.headHeight - 1, width, 1);
}

function drawRange(paint: CanvasRenderingContext2D, { range, view, width, height, palette }: Stage): void {
  if (!range) return;
  const [left, right] = [xOf(view, width, range.from), xOf(view, width, range.to)];
  if (right < 0 || left > width) return;
  paint.fillStyle = palette.accent;
  paint.globalAlpha = 0.1;
  paint.fillRect(left, AXIS_HEIGHT, right - left, height);
  paint.globalAlpha = 1;
  for (const x of [left, right - 1]) paint.fillRect(x, AXIS_HEIGHT, 1, height);
}
