import type { Bars } from '../../../core/chart/countPyramid.ts';
import { countInto } from '../../../core/chart/countPyramid.ts';
import type { Row } from '../layout.ts';
import { type EventRows, placesIn } from '../model/shownEvents.ts';
import { type Scale, type Stage, scaleOf } from '../stage.ts';
import { drawEvents } from './drawEvents.ts';

export type EventRow = Extract<Row, { kind: 'group' | 'lane' }>;

/** A bar is at least this many pixels wide, and less than twice that. */
const LEAST_BAR = 3;
/** Up to so many events a pixel of width, they are drawn singly. */
const SINGLE = 0.2;
/** Where bars and events of a row stand above its bottom. */
const BAR_HEIGHT = 18;

/** The rows and the place in them that a row is drawn from. */
export function sourceOf({ events }: Pick<Stage, 'events'>, row: EventRow): [EventRows, number] {
  return row.kind === 'lane' ? [events.byLane, row.lane] : [events.byGroup, row.place];
}

/** Places in a row's index that are on screen, those included whose length reaches into it. */
export function eventsOnScreen(stage: Stage, row: EventRow): [EventRows, number, number] {
  const [rows, number] = sourceOf(stage, row);
  const { from, to } = stage.view;
  const [first, last] = placesIn(rows, number, { from: from - rows.index.longest[number]!, to });
  return [rows, first, last];
}

/** Whether a row shows its events singly. */
export const isNear = (stage: Stage, count: number): boolean => count <= stage.width * SINGLE;

/** Draws a row of events: bars when they are many, else each by itself. */
export function drawRow(paint: CanvasRenderingContext2D, stage: Stage, row: EventRow, top: number): void {
  const [rows, first, last] = eventsOnScreen(stage, row);
  const bottom = top + row.height - 3;
  if (isNear(stage, last - first)) return drawEvents(paint, stage, { rows, first, last, bottom });
  const bars = countBars(stage, rows, sourceOf(stage, row)[1]);
  drawBars(paint, stage, bars, bottom);
}

/** The row's bars over the view, each a power of two of microseconds long, so that they stand still while it moves. */
export function countBars(
  stage: Pick<Stage, 'view' | 'width' | 'model'>,
  rows: EventRows,
  row: number,
): Bars & { peak: number } {
  const { from, to } = stage.view;
  const { origin } = stage.model;
  const shift = Math.max(0, Math.ceil(Math.log2(((to - from) / stage.width) * LEAST_BAR)));
  const first = Math.floor((from - origin) / 2 ** shift);
  const length = Math.floor((to - origin) / 2 ** shift) - first + 1;
  const bars = { shift, first, counts: new Float64Array(length), marked: new Float64Array(length) };
  countInto(bars, rows.pyramidOf(row));
  return { ...bars, peak: rows.peakOf(row, shift) };
}

function drawBars(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  { shift, first, counts, marked, peak }: Bars & { peak: number },
  bottom: number,
): void {
  const scale = scaleOf(stage);
  const left = barLeft(stage, scale, shift, first);
  const wide = 2 ** shift * scale.by;
  const inner = Math.max(1, wide - 1);
  const unit = BAR_HEIGHT / Math.sqrt(peak);
  for (const [values, colour] of [
    [counts, stage.palette.density],
    [marked, stage.palette.error],
  ] as const) {
    paint.fillStyle = colour;
    for (let bar = 0; bar < values.length; bar++) {
      const value = values[bar]!;
      if (value === 0) continue;
      const tall = Math.max(1.5, Math.sqrt(value) * unit);
      paint.fillRect(left + bar * wide, bottom - tall, inner, tall);
    }
  }
}

/** Left edge of the bar `first`. */
export function barLeft({ model }: Pick<Stage, 'model'>, scale: Scale, shift: number, first: number): number {
  return (model.origin + first * 2 ** shift - scale.from) * scale.by;
}
