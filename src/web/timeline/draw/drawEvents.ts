import { LEVELS } from '../../../core/document/schema/words.ts';
import type { EventRows } from '../model/shownEvents.ts';
import { doubtOf } from '../model/unsettled.ts';
import { type Stage, scaleOf } from '../stage.ts';

interface EventStretch {
  rows: EventRows;
  first: number;
  last: number;
  bottom: number;
}

/** An event's mark above the row's bottom, in pixels. */
export const MARK_HEIGHT = 14;
/** A text beside an event needs this much room. */
const ROOM_FOR_TEXT = 64;
const LETTER = 6.2;
/** Texts are fetched for what is this near only: a longer list would be out of date before it came. */
const MOST_TEXTS = 150;

/** Draws events one by one: their ± as a soft width, their length as a bar, and their words where there is room. */
export function drawEvents(paint: CanvasRenderingContext2D, stage: Stage, stretch: EventStretch): void {
  drawDoubts(paint, stage, stretch);
  drawLengths(paint, stage, stretch);
  drawMarks(paint, stage, stretch);
  drawWords(paint, stage, stretch);
}

function drawDoubts(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  { rows: { index }, first, last, bottom }: EventStretch,
): void {
  const { columns } = stage.model;
  const { from, by } = scaleOf(stage);
  paint.fillStyle = stage.palette.accent;
  paint.globalAlpha = 0.18;
  for (let place = first; place < last; place++) {
    const half = doubtOf(columns, index.order[place]!) * by;
    if (half < 2) continue;
    const x = (index.times[place]! - from) * by;
    const [left, right] = [Math.max(-2, x - half), Math.min(stage.width + 2, x + half)];
    paint.fillRect(left, bottom - MARK_HEIGHT + 4, right - left, MARK_HEIGHT - 8);
  }
  paint.globalAlpha = 1;
}

function drawLengths(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  { rows: { index }, first, last, bottom }: EventStretch,
): void {
  const { durationUs, level } = stage.model.columns;
  const { from, by } = scaleOf(stage);
  paint.globalAlpha = 0.35;
  for (let place = first; place < last; place++) {
    const event = index.order[place]!;
    const length = durationUs[event]! * by;
    if (length < 3) continue;
    const x = Math.max(-2, (index.times[place]! - from) * by);
    const right = Math.min(stage.width + 2, (index.times[place]! - from) * by + length);
    paint.fillStyle = levelColour(stage, level[event]!);
    paint.fillRect(x, bottom - MARK_HEIGHT + 2, right - x, MARK_HEIGHT - 4);
  }
  paint.globalAlpha = 1;
}

function drawMarks(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  { rows: { index }, first, last, bottom }: EventStretch,
): void {
  const { level } = stage.model.columns;
  const { from, by } = scaleOf(stage);
  for (let place = first; place < last; place++) {
    const x = (index.times[place]! - from) * by;
    if (x < -2) continue;
    paint.fillStyle = levelColour(stage, level[index.order[place]!]!);
    paint.fillRect(x - 1, bottom - MARK_HEIGHT, 2.5, MARK_HEIGHT);
  }
}

function drawWords(
  paint: CanvasRenderingContext2D,
  stage: Stage,
  { rows: { index }, first, last, bottom }: EventStretch,
): void {
  const { durationUs, number } = stage.model.columns;
  const { from, by } = scaleOf(stage);
  paint.font = `11px ${stage.font}`;
  paint.textAlign = 'left';
  paint.fillStyle = stage.palette.text;
  for (let place = first; place < last; place++) {
    const event = index.order[place]!;
    const left = (index.times[place]! - from) * by;
    // Over before the view begins: it is among these because others of its row are longer.
    if (left + durationUs[event]! * by < 0) continue;
    const x = Math.max(left + 6, 4);
    const end = place + 1 < last ? (index.times[place + 1]! - from) * by : stage.width;
    if (end - x - 4 < ROOM_FOR_TEXT || x > stage.width) continue;
    const text = stage.texts.get(number[event]!);
    if (text === undefined && stage.wanted.length < MOST_TEXTS) stage.wanted.push(number[event]!);
    if (text) paint.fillText(cut(text, end - x - 4), x, bottom - MARK_HEIGHT / 2);
  }
}

function cut(text: string, room: number): string {
  const most = Math.floor(room / LETTER);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Colour of each level, by its place in `LEVELS`. */
const COLOURS = LEVELS.map(level => {
  if (level === 'error' || level === 'fatal') return 'error';
  return level === 'warn' ? 'warn' : 'event';
});

function levelColour({ palette }: Stage, level: number): string {
  return palette[COLOURS[level] ?? 'event'];
}
