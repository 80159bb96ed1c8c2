import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPiece, findShift } from './shift.ts';

/** Values around `level`, with the noise of `wobble`. */
const around = (level: number, count: number, wobble: readonly number[]): number[] =>
  Array.from({ length: count }, (_, i) => level + wobble[i % wobble.length]!);

const wobble = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 23 });

test('a change for a while is found to the bucket, whatever the noise', () => {
  fc.assert(
    fc.property(
      wobble,
      fc.integer({ min: 5, max: 40 }),
      fc.integer({ min: 3, max: 20 }),
      (noise, before, during) => {
        const values = [...around(10, before, noise), ...around(40, during, noise), ...around(10, 20, noise)];
        const shift = findShift(values, 1)!;
        expect([shift.from, shift.to]).toEqual([before, before + during]);
        expect(shift.inside).toBeGreaterThan(shift.outside);
      },
    ),
  );
});

test('noise alone is no change', () => {
  fc.assert(
    fc.property(wobble, noise => {
      expect(findShift(around(10, 80, noise), 1)).toBeUndefined();
    }),
  );
});

test('one spike is no change that lasts, unless it towers above all', () => {
  const values = around(10, 60, [0, 1, -1, 0.5, -0.5]);
  values[30] = 14;
  expect(findShift(values, 1)).toBeUndefined();
});

test('buckets without samples are stepped over', () => {
  const values: (number | null)[] = [...around(5, 20, [0, 0.4, -0.3]), ...around(50, 10, [0, 0.4, -0.3])];
  const holed = values.flatMap(value => [value, null]);
  expect(findShift(holed, 0.5)?.from).toBe(40);
});

test('of two levels the worse one is the change', () => {
  const [low, high] = [around(1, 20, [0, 0.1]), around(9, 20, [0, 0.1])];
  const falls = findShift([...high, ...low], 0.2)!;
  expect(changedPiece(falls, 40, 'higher')).toMatchObject({ from: 0, to: 20 });
  expect(changedPiece(falls, 40, 'either')).toMatchObject({ from: 20, to: 40 });
  const dip = findShift([...high, ...low, ...high], 0.2)!;
  expect(changedPiece(dip, 60, 'higher')).toBeUndefined();
});
