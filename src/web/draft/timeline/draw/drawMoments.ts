import { placeLabels } from '../../../../core/chart/placeLabels.ts';
import { xOf } from '../../../../core/chart/timeView.ts';
import type { Moment } from '../../../../core/document/bundle.ts';
import { type MomentFamily, momentKind } from '../../../../core/document/momentKinds.ts';
import { LABEL_HEIGHT, LABEL_ROWS, MARKS_HEIGHT, MARKS_TOP } from '../layout.ts';
import type { DrawnFlag, Stage } from '../stage.ts';
import { clippedText, textWidth } from './clippedText.ts';
import { drawSign } from './drawSign.ts';

/** Pixels of a title that are enough to place it, and the most that it may take. */
const [ENOUGH, MOST] = [190, 560];
const MARK_Y = MARKS_TOP + MARKS_HEIGHT / 2;

/** Draws moments as flags: a sign, a pole through the lanes, its uncertainty as a width, and a label where there is room. */
export function drawMoments(paint: CanvasRenderingContext2D, stage: Stage): void {
  const { view, width } = stage;
  const seen = stage.moments.filter(
    moment => (moment.until ?? moment.at) >= view.from && moment.at <= view.to,
  );
  const wishes = seen.map(moment => {
    paint.font = titleFont(stage, moment);
    const full = Math.min(MOST, textWidth(paint, moment.title) + 14);
    const weight = moment.weight + (isMarked(stage, moment) ? 2 : 0);
    return { x: xOf(view, width, moment.at), width: Math.min(ENOUGH, full), full, weight };
  });
  const placed = placeLabels(wishes, { width, rows: LABEL_ROWS, gap: 6 });
  const labels = new Map(placed.map(place => [place.index, place]));
  stage.flags = seen.map((moment, index) => {
    const place = labels.get(index);
    const wish = wishes[index]!;
    const top = MARKS_TOP - ((place?.row ?? 0) + 1) * LABEL_HEIGHT;
    return { moment, x: wish.x, label: place && { left: place.left, top, width: place.width } };
  });
  for (const flag of stage.flags) drawPole(paint, stage, flag);
  for (const flag of stage.flags) drawLabel(paint, stage, flag);
  for (const flag of stage.flags) drawFlagSign(paint, stage, flag);
  drawCounts(paint, stage);
}

function drawPole(paint: CanvasRenderingContext2D, stage: Stage, flag: DrawnFlag): void {
  const { moment, x } = flag;
  const marked = isMarked(stage, moment);
  paint.fillStyle = stage.palette[familyOf(moment)];
  const pixels = stage.width / (stage.view.to - stage.view.from);
  if (moment.until !== undefined) {
    paint.globalAlpha = marked ? 0.6 : 0.2;
    paint.fillRect(x, MARK_Y - 2.5, (moment.until - moment.at) * pixels, 5);
  }
  const doubt = (moment.uncertaintyUs ?? 0) * pixels;
  if (doubt > 1.5) {
    paint.globalAlpha = marked ? 0.14 : 0.045;
    paint.fillRect(x - doubt, MARK_Y, doubt * 2, stage.layout.height - MARK_Y);
    paint.globalAlpha = marked ? 1 : 0.45;
    for (const end of [x - doubt, x + doubt - 1]) paint.fillRect(end, MARK_Y - 4, 1, 8);
  }
  paint.globalAlpha = marked ? 1 : familyOf(moment) === 'phase' ? 0.7 : 0.28;
  const top = flag.label ? flag.label.top + 3 : MARK_Y;
  paint.fillRect(x - (marked ? 0.75 : 0.5), top, marked ? 1.5 : 1, stage.layout.height - top);
  paint.globalAlpha = 1;
}

function drawLabel(paint: CanvasRenderingContext2D, stage: Stage, flag: DrawnFlag): void {
  if (!flag.label) return;
  const { left, top, width } = flag.label;
  const marked = isMarked(stage, flag.moment);
  const found = stage.hits?.has(flag.moment) ?? false;
  paint.fillStyle = marked ? stage.palette.text : stage.palette.panel;
  paint.globalAlpha = marked ? 1 : 0.86;
  paint.beginPath();
  paint.roundRect(left + 1, top + 1, width - 2, LABEL_HEIGHT - 3, 4);
  paint.fill();
  paint.globalAlpha = stage.hits && !found ? 0.45 : 1;
  paint.fillStyle = stage.palette[familyOf(flag.moment)];
  paint.fillRect(flag.x <= left + 1 ? left : left + width - 2, top + 3, 2, LABEL_HEIGHT - 6);
  paint.fillStyle = marked ? stage.palette.panel : stage.palette.text;
  paint.textAlign = 'left';
  paint.font = titleFont(stage, flag.moment);
  paint.fillText(clippedText(paint, flag.moment.title, width - 12), left + 6, top + LABEL_HEIGHT / 2);
  if (found) {
    paint.strokeStyle = stage.palette.hit;
    paint.lineWidth = 1.5;
    paint.stroke();
  }
  paint.globalAlpha = 1;
}

function drawFlagSign(paint: CanvasRenderingContext2D, stage: Stage, { moment, x }: DrawnFlag): void {
  if (x < -6 || x > stage.width + 6) return;
  const family = familyOf(moment);
  paint.globalAlpha = stage.hits && !stage.hits.has(moment) ? 0.35 : 1;
  drawSign(paint, {
    family,
    x,
    y: MARK_Y,
    size: isMarked(stage, moment) ? 6 : 4.5,
    fill: stage.palette[family],
    edge: stage.palette.panel,
  });
  paint.globalAlpha = 1;
}

/** Says how many flags without a label stand in one place. */
function drawCounts(paint: CanvasRenderingContext2D, stage: Stage): void {
  paint.font = `600 10px ${stage.font}`;
  paint.textAlign = 'left';
  paint.fillStyle = stage.palette.muted;
  let index = 0;
  while (index < stage.flags.length) {
    const start = stage.flags[index]!;
    let end = index;
    while (end + 1 < stage.flags.length && stage.flags[end + 1]!.x - start.x < 12) end++;
    const group = stage.flags.slice(index, end + 1);
    const unnamed = group.filter(flag => !flag.label).length;
    const next = stage.flags[end + 1]?.x ?? Infinity;
    const last = group.at(-1)!.x;
    if (unnamed > 1 && next - last > 30) paint.fillText(`+${unnamed}`, last + 8, MARK_Y);
    index = end + 1;
  }
}

function titleFont(stage: Stage, moment: Moment): string {
  return `${familyOf(moment) === 'phase' ? 600 : 400} 12px ${stage.font}`;
}

function isMarked(stage: Stage, moment: Moment): boolean {
  return stage.selected === moment || (stage.hovered?.kind === 'moment' && stage.hovered.moment === moment);
}

function familyOf(moment: Moment): MomentFamily {
  return momentKind(moment.kind).family;
}
