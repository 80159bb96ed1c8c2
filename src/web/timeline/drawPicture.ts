import { durationText } from '../../core/chart/durationText.ts';
import { fullInstantText } from '../../core/chart/instantText.ts';
import { clippedText } from '../draft/timeline/draw/clippedText.ts';
import { t } from '../messages/index.ts';
import { drawScene } from './draw/drawScene.ts';
import { fullNameOf } from './nameOf.ts';
import type { Stage } from './stage.ts';

const [TITLE, NAMES, EDGE] = [44, 208, 12];
/** Pixels of the picture for one of the stage, so that it can be printed. */
const FINE = 2;
/** Rows beyond this height are left out; a browser draws no larger picture. */
const TALLEST = 7_000;

/** The view as a picture: title, stretch of time, names, and every row, also those that are scrolled away. */
export function drawPicture(stage: Stage, title: string): HTMLCanvasElement {
  const { layout, palette, font, clock } = stage;
  const tall = Math.min(layout.headHeight + layout.rowsHeight, TALLEST);
  const whole: Stage = { ...stage, scroll: 0, height: tall, hovered: undefined, pointer: undefined };
  const canvas = document.createElement('canvas');
  canvas.width = (NAMES + stage.width + 2 * EDGE) * FINE;
  canvas.height = (TITLE + tall + EDGE) * FINE;
  const paint = canvas.getContext('2d')!;
  paint.scale(FINE, FINE);
  paint.fillStyle = palette.panel;
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.textBaseline = 'middle';
  paint.fillStyle = palette.text;
  paint.font = `600 14px ${font}`;
  paint.fillText(clippedText(paint, title, NAMES + stage.width), EDGE, 16);
  paint.fillStyle = palette.muted;
  paint.font = `12px ${font}`;
  const [from, to] = [stage.view.from, stage.view.to].map(at => fullInstantText(at, 'ms', clock)) as [
    string,
    string,
  ];
  paint.fillText(
    t.timeline.span(from, to, durationText(to === from ? 0 : stage.view.to - stage.view.from)),
    EDGE,
    34,
  );
  for (const row of layout.rows) {
    const y = TITLE + layout.headHeight + row.top + row.height / 2;
    if (y > TITLE + tall) break;
    paint.fillStyle = palette.text;
    paint.fillText(clippedText(paint, fullNameOf(stage, row), NAMES - EDGE), EDGE, y);
  }
  paint.translate(EDGE + NAMES, TITLE);
  paint.beginPath();
  paint.rect(0, 0, stage.width, tall);
  paint.clip();
  drawScene(paint, whole);
  return canvas;
}
