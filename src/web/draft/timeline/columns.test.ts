import { expect, test } from 'vitest';
import { densityColumns, lowerBound } from './columns.ts';

const WINDOW = { from: 0, to: 1000 };

test('buckets become columns at least as wide as asked, with their largest count', () => {
  const counts = [1, 5, 0, 0, 2, 3, 0, 9, 0, 0];
  const columns = densityColumns(counts, WINDOW, WINDOW, { width: 10, least: 2 });
  expect(columns).toEqual([
    { x: 0, width: 2, count: 5 },
    { x: 4, width: 2, count: 3 },
    { x: 6, width: 2, count: 9 },
  ]);
});

test('columns outside the view are left out, and nothing comes of no buckets', () => {
  const near = densityColumns([1, 1, 1, 1], WINDOW, { from: 250, to: 500 }, { width: 100, least: 2 });
  expect(near).toEqual([{ x: 0, width: 100, count: 1 }]);
  expect(densityColumns([], WINDOW, WINDOW, { width: 100, least: 2 })).toEqual([]);
  expect(densityColumns([1], { from: 5, to: 5 }, WINDOW, { width: 100, least: 2 })).toEqual([]);
});

test('the lower bound is the first place that is not before', () => {
  const places = [0, 1, 3, 9].map(wanted => lowerBound([1, 3, 3, 7], wanted, item => item));
  expect(places).toEqual([0, 0, 1, 4]);
});
