import { instantText } from '../../../core/chart/instantText.ts';
import { atOf, xOf } from '../../../core/chart/timeView.ts';
import { AXIS_HEIGHT, type Row } from '../layout.ts';
import { doubtOf, unsettledWith } from '../model/unsettled.ts';
import type { Stage } from '../stage.ts';
import { MARK_HEIGHT } from './drawEvents.ts';

/** Whether there is anything to draw on the overlay. */
export const hasOverlay = ({ selected, hovered, brush, pointer }: Stage): boolean =>
  selected?.kind === 'event' || hovered?.kind === 'event' || Boolean(brush || pointer);

/** Draws what follows the pointer, on a layer of its own: the chosen event and what it may trade places with, the hair line, the brush. */
export function drawOverlay(paint: CanvasRenderingContext2D, stage: Stage): void {
  paint.clearRect(0, 0, stage.width, stage.height);
  if (stage.selected?.kind === 'event') drawChosen(paint, stage, stage.selected.place);
  if (stage.hovered?.kind === 'event') drawRing(paint, stage, stage.hovered.place, stage.palette.text);
  if (stage.brush) drawBrush(paint, stage, stage.brush);
  if (stage.pointer) drawHairLine(paint, stage, stage.pointer.x);
}

/** The event's ± through all rows, and a ring around everything that may have come before or after it. */
function drawChosen(paint: CanvasRenderingContext2D, stage: Stage, place: number): void {
  const { columns } = stage.model;
  const { view, width, height, layout, palette } = stage;
  const doubt = doubtOf(columns, place);
  const left = xOf(view, width, columns.at[place]! - doubt);
  const right = xOf(view, width, columns.at[place]! + doubt);
  if (right - left > 2) {
    paint.fillStyle = palette.accent;
    paint.globalAlpha = 0.12;
    paint.fillRect(left, layout.headHeight, right - left, height);
    paint.globalAlpha = 1;
    for (const other of unsettledWith(columns, place)) drawRing(paint, stage, other, palette.accent);
  }
  drawRing(paint, stage, place, palette.text);
}

function drawRing(paint: CanvasRenderingContext2D, stage: Stage, place: number, colour: string): void {
  const { columns } = stage.model;
  const row = rowOfLane(stage, columns.lane[place]!);
  const x = xOf(stage.view, stage.width, columns.at[place]!);
  if (!row || x < -4 || x > stage.width + 4) return;
  const bottom = stage.layout.headHeight + row.top - stage.scroll + row.height - 3;
  if (bottom < stage.layout.headHeight + MARK_HEIGHT / 2) return;
  paint.strokeStyle = colour;
  paint.lineWidth = 1.5;
  paint.strokeRect(x - 4, bottom - MARK_HEIGHT - 3, 8.5, MARK_HEIGHT + 6);
}

/** The row that shows a lane: its own, or that of its group while it is closed. */
export function rowOfLane({ layout, model }: Pick<Stage, 'layout' | 'model'>, lane: number): Row | undefined {
  const group = model.groupOf[lane];
  return (
    layout.rows.find(row => row.kind === 'lane' && row.lane === lane) ??
    layout.rows.find(row => row.kind === 'group' && row.place === group)
  );
}

function drawHairLine(paint: CanvasRenderingContext2D, stage: Stage, at: number): void {
  const x = Math.round(at);
  paint.fillStyle = stage.palette.text;
  paint.globalAlpha = 0.5;
  paint.fillRect(x, AXIS_HEIGHT, 1, stage.height - AXIS_HEIGHT);
  paint.globalAlpha = 1;
  const text = instantText(atOf(stage.view, stage.width, at), {
    clock: stage.clock,
    digits: digitsFor(stage),
    date: 'none',
  });
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

/** As many digits of the second as a pixel can tell apart. */
export function digitsFor({ view, width }: Pick<Stage, 'view' | 'width'>): number {
  const perPixel = (view.to - view.from) / width;
  if (perPixel >= 500_000) return 0;
  return perPixel >= 500 ? 3 : 6;
}

function drawBrush(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  { from, to }: { from: number; to: number },
): void {
  paint.fillStyle = stage.palette.accent;
  paint.globalAlpha = 0.16;
  paint.fillRect(Math.min(from, to), AXIS_HEIGHT, Math.abs(to - from), stage.height - AXIS_HEIGHT);
  paint.globalAlpha = 1;
}
