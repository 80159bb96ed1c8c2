import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantText } from '../../core/chart/instantText.ts';
import { zoneClock } from '../../core/chart/zoneClock.ts';
import { parseWall } from './parseWall.ts';

test('reads what the page writes, in any zone', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e15 }), zones, (at, zone) => {
      const clock = zoneClock(zone);
      const text = instantText(at, { clock, digits: 6, date: 'full' });
      const read = parseWall(text, clock)!;
      // An hour that a clock shows twice is one of the two.
      expect(instantText(read, { clock, digits: 6, date: 'full' })).toBe(text);
    }),
  );
});

test('takes shorter forms, and no day that the calendar lacks', () => {
  const utc = zoneClock('UTC');
  expect(parseWall('2023-01-30 12:07', utc)).toBe(Date.UTC(2023, 0, 30, 12, 7) * 1000);
  expect(parseWall('2023-01-30T12:07:14.5', utc)).toBe(Date.UTC(2023, 0, 30, 12, 7, 14, 500) * 1000);
  expect(
    ['', 'noon', '2023-02-30 12:00', '2023-01-30 25:00', '12:07'].map(text => parseWall(text, utc)),
  ).toEqual(new Array(5).fill(undefined));
});
