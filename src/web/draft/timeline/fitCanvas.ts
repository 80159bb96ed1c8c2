/** Gives a canvas its size in CSS pixels, as fine as the screen is, and a context that draws in CSS pixels. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D {
  const scale = devicePixelRatio || 1;
  const [wide, tall] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  if (canvas.width !== wide || canvas.height !== tall) {
    canvas.width = wide;
    canvas.height = tall;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('this browser draws no canvas');
  paint.setTransform(scale, 0, 0, scale, 0, 0);
  return paint;
}
