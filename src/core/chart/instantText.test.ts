import { describe, expect, test } from 'vitest';
import { durationText } from './durationText.ts';
import { fullInstantText, instantIso, instantText, wallDay } from './instantText.ts';
import { offsetText, utcClock, zoneClock } from './zoneClock.ts';

const AT = Date.UTC(2026, 9, 14, 7, 4, 12) * 1000 + 345_678;

describe('writing an instant', () => {
  test('shows as many digits as are known', () => {
    const text = (digits: number) => instantText(AT, { clock: utcClock, digits, date: 'none' });
    expect([-1, 0, 3, 6].map(text)).toEqual(['07:04', '07:04:12', '07:04:12.345', '07:04:12.345678']);
  });

  test('follows the zone into another day', () => {
    const tokyo = zoneClock('Asia/Tokyo');
    const late = Date.UTC(2026, 9, 14, 16, 30) * 1000;
    expect(instantText(late, { clock: tokyo, digits: 0, date: 'full' })).toBe('2026-10-15 01:30:00');
    expect(wallDay(late, tokyo)).toBe(wallDay(late, utcClock) + 1);
    expect(fullInstantText(late, 'ms', tokyo)).toBe('2026-10-15 01:30:00.000 Asia/Tokyo (+09:00)');
  });

  test('tells the two hours of an autumn night apart by their offset', () => {
    const berlin = zoneClock('Europe/Berlin');
    const [first, second] = [0, 1].map(hour => Date.UTC(2026, 9, 25, hour, 30) * 1000) as [number, number];
    expect(fullInstantText(first, 's', berlin)).toBe('2026-10-25 02:30:00 Europe/Berlin (+02:00)');
    expect(fullInstantText(second, 's', berlin)).toBe('2026-10-25 02:30:00 Europe/Berlin (+01:00)');
  });

  test('writes instants before 1970, and a dash for what no calendar holds', () => {
    expect(instantText(-1, { clock: utcClock, digits: 6, date: 'full' })).toBe('1969-12-31 23:59:59.999999');
    expect(instantText(9e18, { clock: utcClock, digits: 0, date: 'full' })).toBe('–');
    expect([instantIso(0), instantIso(Number.NaN)]).toEqual(['1970-01-01T00:00:00.000Z', '']);
  });
});

describe('a zone', () => {
  test('may be a fixed offset; one that is not known is UTC', () => {
    expect(zoneClock('+05:30').offsetAt(0)).toBe(19_800_000_000);
    expect(zoneClock('No/Where')).toBe(utcClock);
    expect(zoneClock('Z')).toBe(utcClock);
    expect([19_800_000_000, -12_600_000_000].map(offsetText)).toEqual(['+05:30', '−03:30']);
  });
});

test('a duration reads in its two largest units', () => {
  const lengths = [
    0, 40, 1500, 812_000, 3_400_000, 12_000_000, 160_000_000, 3_840_000_000, 90_000_000_000, -5_000_000,
  ];
  expect(lengths.map(durationText)).toEqual([
    '0 µs',
    '40 µs',
    '1.5 ms',
    '812 ms',
    '3.4 s',
    '12 s',
    '2 min 40 s',
    '1 h 4 min',
    '1 d 1 h',
    '−5 s',
  ]);
});
