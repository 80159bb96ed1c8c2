import { expect, test } from 'vitest';
import { continuousRuns } from './continuousRuns.ts';

test('a line is cut where nothing was measured for much longer than usual', () => {
  expect(continuousRuns([0, 10, 20, 30, 90, 100])).toEqual([
    [0, 4],
    [4, 6],
  ]);
});

test('steps that are merely uneven are no gaps', () => {
  expect(continuousRuns([0, 10, 25, 30, 60, 70])).toEqual([[0, 6]]);
});

test('one sample is a run, and none is none', () => {
  expect(continuousRuns([5])).toEqual([[0, 1]]);
  expect(continuousRuns([])).toEqual([]);
});
