/** Characters of a title that can ever be drawn. */
const LONGEST = 120;
const widths = new Map<string, number>();

/** Measuring text is the slowest part of a frame, and titles do not change. */
export function textWidth(paint: CanvasRenderingContext2D, text: string): number {
  const key = `${paint.font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = paint.measureText(text.slice(0, LONGEST)).width;
  widths.set(key, width);
  return width;
}

/** A text cut at its end so that it fits into so many pixels. */
export function clippedText(paint: CanvasRenderingContext2D, text: string, room: number): string {
  if (textWidth(paint, text) <= room + 1 && text.length <= LONGEST) return text;
  const characters = [...text.slice(0, LONGEST)];
  const share = Math.floor((characters.length * room) / Math.max(textWidth(paint, text), 1));
  return `${characters
    .slice(0, Math.max(1, share - 1))
    .join('')
    .trimEnd()}…`;
}
