import { xOf } from '../../../../core/chart/timeView.ts';
import { densityColumns, lowerBound } from '../columns.ts';
import { passesEvent } from '../filter.ts';
import type { Row } from '../layout.ts';
import type { Mark } from '../model.ts';
import type { Stage } from '../stage.ts';

type LaneRow = Extract<Row, { kind: 'lane' }>;

/** From this width of a bucket on, in pixels, single events are drawn. */
const NEAR_PIXELS = 8;
/** A text beside an event needs this much room. */
const ROOM_FOR_TEXT = 64;
const BAR_HEIGHT = 18;
const LETTER = 6.2;

/** Draws a lane: density and its errors when far, single events when near, with their words when very near. */
export function drawLane(paint: CanvasRenderingContext2D, stage: Stage, row: LaneRow): void {
  const { filter } = stage;
  const { lane } = row.item;
  const isOut = filter.sources.size > 0 && !filter.sources.has(lane.source);
  paint.globalAlpha = isOut ? 0.25 : 1;
  const marks = marksInView(stage, row).filter(mark => passesEvent(filter, mark.event));
  const showsMarks = drawsMarks(stage, row);
  drawDensity(paint, stage, row, showsMarks ? Math.max(0.08, 0.35 - bucketPixels(stage, row) / 2000) : 1);
  if (showsMarks) drawMarks(paint, stage, row, marks);
  if (stage.hits) drawHits(paint, stage, row, marks);
  paint.globalAlpha = 1;
}

/** Whether a lane shows its events singly: when near, or when a filter asks for some of them. */
export function drawsMarks(stage: Stage, row: LaneRow): boolean {
  return bucketPixels(stage, row) >= NEAR_PIXELS || stage.filter.levels.size + stage.filter.kinds.size > 0;
}

/** Events of a lane between the edges of the screen, and long ones that begin shortly before it. */
export function marksInView(stage: Stage, row: LaneRow): Mark[] {
  const { marks } = row.item;
  const first = lowerBound(marks, stage.view.from - longest(row), mark => mark.at);
  const last = lowerBound(marks, stage.view.to, mark => mark.at);
  return marks.slice(first, last);
}

const lengths = new WeakMap<object, number>();

function longest(row: LaneRow): number {
  const known = lengths.get(row.item);
  if (known !== undefined) return known;
  const found = row.item.marks.reduce((most, { event }) => Math.max(most, event.durationUs ?? 0), 0);
  lengths.set(row.item, found);
  return found;
}

/** Width of one bucket of the density; a lane without density counts as near. */
function bucketPixels(stage: Stage, row: LaneRow): number {
  const { density } = row.item.lane;
  const { window } = stage.model;
  if (density.length === 0 || window.to <= window.from) return 2000;
  return ((window.to - window.from) / density.length / (stage.view.to - stage.view.from)) * stage.width;
}

function drawDensity(paint: CanvasRenderingContext2D, stage: Stage, row: LaneRow, strength: number): void {
  const { lane, peak } = row.item;
  const bottom = row.top + row.height - 2;
  const before = paint.globalAlpha;
  const layers = [
    [lane.density, stage.palette.density],
    [lane.errors, stage.palette.error],
  ] as const;
  for (const [counts, colour] of layers) {
    paint.fillStyle = colour;
    paint.globalAlpha = before * strength;
    paint.beginPath();
    for (const column of densityColumns(counts, stage.model.window, stage.view, {
      width: stage.width,
      least: 3,
    })) {
      const tall = Math.max(1.5, Math.sqrt(column.count / peak) * BAR_HEIGHT);
      paint.rect(column.x, bottom - tall, Math.max(1, column.width - 1), tall);
    }
    paint.fill();
  }
  paint.globalAlpha = before;
}

function drawMarks(paint: CanvasRenderingContext2D, stage: Stage, row: LaneRow, marks: Mark[]): void {
  const middle = row.top + row.height - 12;
  paint.font = `11px ${stage.font}`;
  paint.textAlign = 'left';
  for (const [place, mark] of marks.entries()) {
    const x = xOf(stage.view, stage.width, mark.at);
    const length = ((mark.event.durationUs ?? 0) / (stage.view.to - stage.view.from)) * stage.width;
    if (x + length < -2) continue;
    paint.fillStyle = levelColour(stage, mark);
    if (length > 4) {
      const before = paint.globalAlpha;
      paint.globalAlpha = before * 0.35;
      paint.fillRect(x, middle - 6, length, 12);
      paint.globalAlpha = before;
    }
    paint.fillRect(x - 1, middle - 7, 2.5, 14);
    if (stage.hovered?.kind === 'mark' && stage.hovered.mark === mark) ring(paint, stage, x, middle);
    if (stage.selected === mark) ring(paint, stage, x, middle);
    const next = marks[place + 1];
    const start = Math.max(x + 6, 4);
    const room = (next ? xOf(stage.view, stage.width, next.at) : stage.width) - start - 4;
    if (room < ROOM_FOR_TEXT) continue;
    paint.fillStyle = stage.palette.text;
    paint.fillText(wordsOf(mark, room), start, middle + 0.5);
  }
}

function wordsOf({ event }: Mark, room: number): string {
  const most = Math.floor(room / LETTER);
  const text = (event.body || event.name).slice(0, most + 1).replace(/\s+/g, ' ');
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function drawHits(paint: CanvasRenderingContext2D, stage: Stage, row: LaneRow, marks: Mark[]): void {
  const middle = row.top + row.height - 12;
  paint.fillStyle = stage.palette.hit;
  for (const mark of marks) {
    if (!stage.hits?.has(mark)) continue;
    const x = xOf(stage.view, stage.width, mark.at);
    paint.fillRect(x - 1.5, middle - 9, 3, 18);
    if (stage.selected === mark) ring(paint, stage, x, middle);
  }
}

function ring(paint: CanvasRenderingContext2D, stage: Stage, x: number, y: number): void {
  paint.strokeStyle = stage.palette.text;
  paint.lineWidth = 1.5;
  paint.strokeRect(x - 4, y - 10, 8.5, 20);
}

function levelColour({ palette }: Stage, { event }: Mark): string {
  if (event.level === 'error' || event.level === 'fatal') return palette.error;
  return event.level === 'warn' ? palette.warn : palette.event;
}
