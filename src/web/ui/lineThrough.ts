/** In pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A soft line from left to right through points, as the path of an SVG. */
export function lineThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  for (const [place, point] of rest.entries()) {
    const before = points[place]!;
    const middle = (before.x + point.x) / 2;
    path += ` C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
  }
  return path;
}
