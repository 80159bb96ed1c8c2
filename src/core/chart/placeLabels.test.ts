import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels } from './placeLabels.ts';

const AREA = { width: 400, rows: 3, gap: 4 };

describe('placing labels', () => {
  test('gives the weightiest the lowest row', () => {
    const placed = placeLabels(
      [
        { x: 10, width: 80, full: 80, weight: 0.1 },
        { x: 12, width: 80, full: 80, weight: 0.9 },
      ],
      AREA,
    );
    expect(placed).toMatchObject([
      { index: 0, row: 1 },
      { index: 1, row: 0 },
    ]);
  });

  test('turns a label to the left at the right edge', () => {
    expect(placeLabels([{ x: 390, width: 60, full: 60, weight: 1 }], AREA)).toEqual([
      { index: 0, row: 0, left: 330, width: 60, side: 'left' },
    ]);
  });

  test('lets a label take the room that its neighbours leave', () => {
    const wishes = [10, 200].map(x => ({ x, width: 50, full: 400, weight: 1 }));
    const placed = placeLabels(wishes, { ...AREA, rows: 1 });
    expect(placed.map(label => label.width)).toEqual([186, 200]);
  });

  test('leaves out what finds no room', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({
      x: 100 + index / 40,
      width: 90,
      full: 90,
      weight: index,
    }));
    expect(placeLabels(crowd, AREA).map(label => label.index)).toEqual([37, 38, 39]);
  });

  test('never lets two labels of a row touch, nor leave the area', () => {
    const wish = fc.record({
      x: fc.double({ min: -50, max: 450, noNaN: true }),
      width: fc.double({ min: 1, max: 200, noNaN: true }),
      full: fc.double({ min: 1, max: 500, noNaN: true }),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), wishes => {
        const placed = placeLabels(wishes, AREA).map(label => ({
          ...label,
          right: label.left + label.width,
        }));
        for (const label of placed) {
          expect(label.left >= 0 && label.right <= AREA.width + 1e-9).toBe(true);
          const others = placed.filter(other => other !== label && other.row === label.row);
          expect(
            others.every(
              other =>
                other.right + AREA.gap <= label.left + 1e-9 || other.left >= label.right + AREA.gap - 1e-9,
            ),
          ).toBe(true);
        }
      }),
    );
  });
});
