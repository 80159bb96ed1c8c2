import type { Stage } from './stage.ts';

/** Gives a canvas the stage's width, as fine as the screen is, and a context that draws in the stage's pixels. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  stage: Pick<Stage, 'width' | 'unit'>,
  height: number,
): CanvasRenderingContext2D {
  const scale = (devicePixelRatio || 1) * stage.unit;
  const [wide, tall] = [
    Math.max(1, Math.round(stage.width * scale)),
    Math.max(1, Math.round(height * scale)),
  ];
  if (canvas.width !== wide || canvas.height !== tall) {
    canvas.width = wide;
    canvas.height = tall;
    canvas.style.width = `${stage.width * stage.unit}px`;
    canvas.style.height = `${height * stage.unit}px`;
  }
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('this browser draws no canvas');
  paint.setTransform(scale, 0, 0, scale, 0, 0);
  return paint;
}
