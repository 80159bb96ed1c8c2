/** A label that wants to stand beside the pixel `x`; a higher weight is placed first. */
export interface LabelWish {
  x: number;
  /** Pixels without which it is not placed … */
  width: number;
  /** … and those that it takes when its neighbours leave them. */
  full: number;
  weight: number;
}

/** Where a label stands: `row` 0 is nearest the axis; `left` is its left edge. */
export interface PlacedLabel {
  index: number;
  row: number;
  left: number;
  width: number;
  side: 'right' | 'left';
}

export interface LabelArea {
  width: number;
  rows: number;
  /** Pixels kept free between two labels in a row. */
  gap: number;
}

/**
 * Places as many labels as fit without overlap, the weightiest first, each in the lowest free row. A label stands to
 * the right of its pixel; at the right edge it turns to the left. What finds no room is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], area: LabelArea): PlacedLabel[] {
  const rows: [number, number][][] = Array.from({ length: area.rows }, () => []);
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => b.wish.weight - a.wish.weight);
  const placed: PlacedLabel[] = [];
  for (const { wish, index } of order) {
    if (wish.x < 0 || wish.x > area.width) continue;
    const spot = spotFor(wish, rows, area);
    if (!spot) continue;
    rows[spot.row]?.push([spot.left - area.gap, spot.left + wish.width + area.gap]);
    placed.push({ index, ...spot });
  }
  return placed.map(label => stretched(label, wishes, placed, area)).sort((a, b) => a.index - b.index);
}

function spotFor(wish: LabelWish, rows: readonly [number, number][][], area: LabelArea) {
  const side: 'left' | 'right' = wish.x + wish.width > area.width ? 'left' : 'right';
  const left = side === 'right' ? wish.x : wish.x - wish.width;
  if (left < 0) return undefined;
  const row = rows.findIndex(taken => taken.every(([from, to]) => left + wish.width <= from || left >= to));
  return row < 0 ? undefined : { row, left, width: wish.width, side };
}

/** Gives a label the room between it and the next label of its row, as far as it can use it. */
function stretched(
  label: PlacedLabel,
  wishes: readonly LabelWish[],
  placed: readonly PlacedLabel[],
  area: LabelArea,
): PlacedLabel {
  const full = wishes[label.index]?.full ?? label.width;
  if (label.side === 'left' || full <= label.width) return label;
  const next = placed
    .filter(other => other.row === label.row && other.left > label.left)
    .reduce((nearest, other) => Math.min(nearest, other.left - area.gap), area.width);
  return { ...label, width: Math.max(label.width, Math.min(full, next - label.left)) };
}
