import { expect, test } from 'vitest';
import { chooseScope, type HourCount, narrowScope } from './chooseScope.ts';

const HOUR = 3600e6;
const hour = (at: number, records: number, isHistory = false): HourCount => ({
  hour: at,
  isHistory,
  records,
  first: at * HOUR,
  last: (at + 1) * HOUR - 1,
});

test('the busiest stretch is the scope, the others are named, the largest first', () => {
  const scope = chooseScope([hour(0, 5), hour(1000, 50), hour(1001, 60), hour(2000, 80)])!;
  expect(scope).toMatchObject({ from: 1000 * HOUR, to: 1002 * HOUR, outside: 85 });
  expect(scope.apart.map(({ records }) => records)).toEqual([80, 5]);
});

test('old commits do not stretch the scope, and are the evidence where nothing else is', () => {
  expect(chooseScope([hour(10, 900, true), hour(1000, 5)])).toMatchObject({ from: 1000 * HOUR });
  expect(chooseScope([hour(10, 900, true)])).toMatchObject({ from: 10 * HOUR });
});

test('a day of metrics around three minutes of traces is cut to their surroundings', () => {
  const day = { from: 0, to: 24 * HOUR, outside: 0, apart: [] };
  const told = { from: 12 * HOUR, to: 12 * HOUR + 180e6 };
  expect(narrowScope(day, told)).toMatchObject({ from: 11.5 * HOUR, to: told.to + HOUR / 2 });
  expect(narrowScope(day, { from: 0, to: 20 * HOUR })).toEqual(day);
});
