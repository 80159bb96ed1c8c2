import type { TimeView } from '../../../core/chart/timeView.ts';
import { atOf, xOf } from '../../../core/chart/timeView.ts';
import { el } from '../dom.ts';
import type { Camera } from './camera.ts';
import { fitCanvas } from './fitCanvas.ts';
import type { Stage } from './stage.ts';

const HEIGHT = 34;

/** The whole window in small, with the part that is on screen; drag to move it, press elsewhere to go there. */
export interface Overview {
  element: HTMLElement;
  draw(): void;
}

/** Makes the overview of all lanes together. */
export function createOverview(stage: Stage, camera: Camera): Overview {
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  const element = el('div', { class: 'overview' }, canvas);
  const { home } = stage.model;
  const [records, errors] = [total(stage, 'density'), total(stage, 'errors')];
  const peak = records.reduce((most, value) => Math.max(most, value), 1);

  function go(event: PointerEvent): void {
    const at = atOf(home, stage.width, (event.clientX - element.getBoundingClientRect().left) / stage.unit);
    const half = (camera.target().to - camera.target().from) / 2;
    camera.jump({ from: at - half, to: at + half });
  }

  element.addEventListener('pointerdown', event => {
    element.setPointerCapture(event.pointerId);
    go(event);
  });
  element.addEventListener('pointermove', event => {
    if (event.buttons === 1) go(event);
  });

  return {
    element,
    draw() {
      const paint = fitCanvas(canvas, stage, HEIGHT);
      paint.clearRect(0, 0, stage.width, HEIGHT);
      bars(paint, records, stage.palette.density);
      bars(paint, errors, stage.palette.error);
      paint.fillStyle = stage.palette.phase;
      for (const moment of stage.moments) paint.fillRect(xOf(home, stage.width, moment.at), HEIGHT - 4, 1, 4);
      drawFrame(paint, stage.view);
    },
  };

  function bars(paint: CanvasRenderingContext2D, counts: number[], colour: string): void {
    const size = (stage.model.window.to - stage.model.window.from) / counts.length;
    paint.fillStyle = colour;
    for (const [index, value] of counts.entries()) {
      if (value === 0) continue;
      const x = xOf(home, stage.width, stage.model.window.from + index * size);
      const tall = Math.sqrt(value / peak) * (HEIGHT - 10);
      paint.fillRect(x, HEIGHT - 5 - tall, Math.max(1, stage.width / counts.length), tall);
    }
  }

  function drawFrame(paint: CanvasRenderingContext2D, view: TimeView): void {
    const left = xOf(home, stage.width, view.from);
    const wide = Math.max(3, xOf(home, stage.width, view.to) - left);
    paint.fillStyle = stage.palette.accent;
    paint.globalAlpha = 0.14;
    paint.fillRect(left, 0, wide, HEIGHT);
    paint.globalAlpha = 1;
    paint.strokeStyle = stage.palette.accent;
    paint.lineWidth = 1;
    paint.strokeRect(left + 0.5, 0.5, wide - 1, HEIGHT - 1);
  }
}

function total(stage: Stage, what: 'density' | 'errors'): number[] {
  const buckets = stage.model.lanes.reduce((most, { lane }) => Math.max(most, lane[what].length), 0);
  return Array.from({ length: buckets }, (_, index) =>
    stage.model.lanes.reduce((sum, { lane }) => sum + (lane[what][index] ?? 0), 0),
  );
}
