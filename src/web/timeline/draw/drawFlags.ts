import { placeLabels } from '../../../core/chart/placeLabels.ts';
import { xOf } from '../../../core/chart/timeView.ts';
import { clippedText, textWidth } from '../../draft/timeline/draw/clippedText.ts';
import { drawSign } from '../../draft/timeline/draw/drawSign.ts';
import { LABEL_HEIGHT, MARKS_HEIGHT } from '../layout.ts';
import type { Flag } from '../model/timelineNotes.ts';
import type { DrawnFlag, Stage } from '../stage.ts';

/** Pixels of a title that are enough to place it, and the most that it may take. */
const [ENOUGH, MOST] = [150, 520];
/** Flags that can ever be told apart on a screen; the weightiest go first. */
const MOST_LABELS = 300;

/** Draws moments as flags: a sign, a pole through the rows, its ± as a width, and a label where there is room. */
export function drawFlags(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { view, width, layout } = stage;
  const seen = stage.flags.filter(({ at, until }) => (until ?? at) >= view.from && at <= view.to);
  const wishes = seen.map((flag, place) => {
    paint.font = titleFont(stage, flag);
    const full = place < MOST_LABELS ? Math.min(MOST, textWidth(paint, flag.title) + 14) : MOST;
    const weight = flag.weight + (isMarked(stage, flag) ? 4 : 0);
    return { x: xOf(view, width, flag.at), width: Math.min(ENOUGH, full), full, weight };
  });
  const places = placeLabels(wishes, { width, rows: layout.labelRows, gap: 6 });
  const labels = new Map(places.map(place => [place.index, place]));
  stage.drawn = seen.map((flag, index) => {
    const place = labels.get(index);
    const top = layout.marksTop - ((place?.row ?? 0) + 1) * LABEL_HEIGHT;
    return { flag, x: wishes[index]!.x, label: place && { left: place.left, top, width: place.width } };
  });
  for (const drawn of stage.drawn) drawPole(paint, stage, drawn);
  for (const drawn of stage.drawn) drawLabel(paint, stage, drawn);
  for (const drawn of stage.drawn) drawFlagSign(paint, stage, drawn);
  drawUnsettled(paint, stage);
}

function drawPole(paint: CanvasRenderingContext2D, stage: Stage, { flag, x, label }: DrawnFlag): void {
  const { layout, height, palette, view, width } = stage;
  const middle = layout.marksTop + MARKS_HEIGHT / 2;
  const marked = isMarked(stage, flag);
  const by = width / (view.to - view.from);
  paint.fillStyle = palette[flag.family];
  if (flag.until !== null) {
    paint.globalAlpha = marked ? 0.6 : 0.3;
    paint.fillRect(x, middle - 1.5, (flag.until - flag.at) * by, 3);
  }
  const doubt = (flag.uncertaintyUs ?? 0) * by;
  if (doubt > 1.5) {
    // Through the rows only for the one that is looked at: twenty wide ± on each other would hide everything.
    paint.globalAlpha = 0.12;
    if (marked) paint.fillRect(x - doubt, middle, doubt * 2, height - middle);
    paint.globalAlpha = marked ? 1 : 0.5;
    paint.fillRect(x - doubt, middle + 6, doubt * 2, 1);
    for (const end of [x - doubt, x + doubt - 1]) paint.fillRect(end, middle + 3, 1, 6);
  }
  paint.globalAlpha = marked ? 1 : flag.family === 'phase' ? 0.7 : 0.28;
  const top = label ? label.top + 3 : middle;
  paint.fillRect(x - (marked ? 0.75 : 0.5), top, marked ? 1.5 : 1, height - top);
  paint.globalAlpha = 1;
}

function drawLabel(paint: CanvasRenderingContext2D, stage: Stage, { flag, x, label }: DrawnFlag): void {
  if (!label) return;
  const { left, top, width } = label;
  const { palette } = stage;
  const marked = isMarked(stage, flag);
  paint.fillStyle = marked ? palette.text : palette.panel;
  paint.globalAlpha = marked ? 1 : 0.88;
  paint.beginPath();
  paint.roundRect(left + 1, top + 1, width - 2, LABEL_HEIGHT - 3, 4);
  paint.fill();
  paint.globalAlpha = flag.state === 'dismissed' ? 0.5 : 1;
  paint.fillStyle = palette[flag.family];
  paint.fillRect(x <= left + 1 ? left : left + width - 2, top + 3, 2, LABEL_HEIGHT - 6);
  paint.fillStyle = marked ? palette.panel : flag.state === 'kept' ? palette.text : palette.muted;
  paint.textAlign = 'left';
  paint.font = titleFont(stage, flag);
  paint.fillText(clippedText(paint, flag.title, width - 12), left + 6, top + LABEL_HEIGHT / 2);
  paint.globalAlpha = 1;
}

/** A kept moment is filled; one that nobody judged yet is an outline. */
function drawFlagSign(paint: CanvasRenderingContext2D, stage: Stage, { flag, x }: DrawnFlag): void {
  if (x < -6 || x > stage.width + 6) return;
  const { palette, layout } = stage;
  const y = layout.marksTop + MARKS_HEIGHT / 2;
  const size = isMarked(stage, flag) ? 6 : 4.5;
  const { family, state } = flag;
  paint.globalAlpha = state === 'dismissed' ? 0.5 : 1;
  drawSign(paint, { family, x, y, size, fill: palette[family], edge: palette.panel });
  if (state !== 'kept')
    drawSign(paint, { family, x, y, size: size - 2.5, fill: palette.panel, edge: palette[family] });
  paint.globalAlpha = 1;
}

/** Between two neighbours of different sources whose ± overlap: nobody knows which came first. */
function drawUnsettled(paint: CanvasRenderingContext2D, stage: Stage): void {
  const y = stage.layout.marksTop + MARKS_HEIGHT / 2;
  paint.font = `600 12px ${stage.font}`;
  paint.textAlign = 'center';
  paint.fillStyle = stage.palette.muted;
  for (let place = 1; place < stage.drawn.length; place++) {
    const [one, other] = [stage.drawn[place - 1]!, stage.drawn[place]!];
    if (!isOrderOpen(one.flag, other.flag) || other.x - one.x < 22) continue;
    paint.fillText('≈', (one.x + other.x) / 2, y);
  }
}

/** Whether the order of two moments is not settled by their clocks. */
export function isOrderOpen(one: Flag, other: Flag): boolean {
  if (one.moment.source === other.moment.source) return false;
  return Math.abs(other.at - one.at) < (one.uncertaintyUs ?? 0) + (other.uncertaintyUs ?? 0);
}

function titleFont({ font }: Stage, { family, state }: Flag): string {
  return `${family === 'phase' && state === 'kept' ? 600 : 400} 12px ${font}`;
}

function isMarked({ selected, hovered }: Stage, { moment }: Flag): boolean {
  if (selected?.kind === 'moment' && selected.id === moment.id) return true;
  return hovered?.kind === 'flag' && hovered.flag.moment.id === moment.id;
}
