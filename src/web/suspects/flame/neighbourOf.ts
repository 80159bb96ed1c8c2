import type { PlacedFrame } from './layoutFlame.ts';

/** The frame that an arrow key leads to: the caller, the widest call, the one beside it in its row. */
export function neighbourOf(
  placed: readonly PlacedFrame[],
  from: PlacedFrame,
  key: string,
): PlacedFrame | undefined {
  const inRow = (row: number): PlacedFrame[] =>
    placed.filter(one => one.row === row).sort((one, other) => one.left - other.left);
  const beside = (step: 1 | -1): PlacedFrame | undefined => {
    const row = inRow(from.row);
    return row[row.indexOf(from) + step];
  };
  if (key === 'ArrowUp') return placed.find(({ frame }) => frame.place === from.frame.parent);
  if (key === 'ArrowLeft') return beside(-1);
  if (key === 'ArrowRight') return beside(1);
  if (key !== 'ArrowDown') return undefined;
  const calls = inRow(from.row + 1).filter(({ frame }) => frame.parent === from.frame.place);
  return calls.sort((one, other) => other.width - one.width)[0];
}
