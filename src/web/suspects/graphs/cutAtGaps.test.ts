import { expect, test } from 'vitest';
import { cutAtGaps } from './cutAtGaps.ts';

test('between two stretches of samples stands nothing', () => {
  const times = [0, 1e6, 2e6, 20e6, 21e6];
  expect(cutAtGaps(times, [{ label: 'p95', values: [1, 2, 3, 4, null] }])).toEqual([
    [0, 1, 2, 11, 20, 21],
    [1, 2, 3, null, 4, null],
  ]);
});
