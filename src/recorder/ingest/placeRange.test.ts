import { expect, test } from 'vitest';
import { placeRange } from './placeRange.ts';

const at = (text: string): number => Date.parse(`${text}Z`) * 1000;
const range = (from: string, to: string) => ({ from: at(from), to: at(to) });
const modified = at('2025-03-01T00:00');

test.each([
  ['beside what is dated', '2024-01-28T06:00', '2024-01-30T09:00', '2023-01-30T08:00', '2023-01-28T06:00'],
  ['on after what is dated', '2024-01-28T06:00', '2024-02-03T09:00', '2023-01-30T08:00', '2023-01-28T06:00'],
  ['over the new year', '2024-12-30T06:00', '2025-01-02T09:00', '2023-01-01T08:00', '2022-12-30T06:00'],
  ['long before', '2024-06-14T06:00', '2024-07-27T09:00', '2023-01-30T08:00', '2022-06-14T06:00'],
  ['over nearly a year', '2024-02-10T06:00', '2025-01-30T09:00', '2023-01-30T08:00', '2022-02-10T06:00'],
])('a range without a year lies %s', (_, from, to, latest, expected) => {
  const placed = placeRange(range(from, to), 'year', { latest: at(latest), modified });
  expect(placed.from).toBe(at(expected));
  expect(placed.to).toBeGreaterThan(placed.from);
});

test('a range without a year ends before its file was written, where nothing is dated', () => {
  const bounds = { latest: undefined, modified };
  expect(placeRange(range('2024-06-14T06:00', '2024-07-27T09:00'), 'year', bounds).from).toBe(
    at('2024-06-14T06:00'),
  );
  expect(placeRange(range('2024-02-14T06:00', '2024-02-27T09:00'), 'year', bounds).from).toBe(
    at('2025-02-14T06:00'),
  );
});

test('a range without a date lies on the day on which what is dated ends', () => {
  const placed = placeRange(range('2025-01-01T06:00', '2025-01-01T09:00'), 'date', {
    latest: at('2023-01-30T08:00'),
    modified,
  });
  expect(placed).toEqual(range('2023-01-30T06:00', '2023-01-30T09:00'));
});
