import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeTicks } from './timeTicks.ts';
import { utcClock, zoneClock } from './zoneClock.ts';

const NOON = Date.UTC(2026, 9, 14, 12) * 1000;
const HOUR = 3_600_000_000;
const labels = (from: number, to: number, zone = utcClock) =>
  timeTicks({ from, to }, 7, zone).map(tick => tick.label);

describe('time ticks', () => {
  test('fall on round instants, with labels as fine as their step', () => {
    expect(labels(NOON, NOON + HOUR)).toEqual([
      '12:00',
      '12:10',
      '12:20',
      '12:30',
      '12:40',
      '12:50',
      '13:00',
    ]);
    expect(labels(NOON, NOON + 40_000_000)).toEqual([
      '12:00:00',
      '12:00:10',
      '12:00:20',
      '12:00:30',
      '12:00:40',
    ]);
    expect(labels(NOON, NOON + 4_000)).toEqual([
      '00:00.000',
      '00:00.001',
      '00:00.002',
      '00:00.003',
      '00:00.004',
    ]);
    expect(labels(NOON, NOON + 40)).toEqual([
      '00:00.000000',
      '00:00.000010',
      '00:00.000020',
      '00:00.000030',
      '00:00.000040',
    ]);
  });

  test('name the day where a day begins', () => {
    expect(labels(NOON, NOON + 25 * HOUR)).toEqual(['12:00', '18:00', '15 Oct', '06:00', '12:00']);
    expect(labels(NOON, NOON + 72 * HOUR)).toEqual([
      '12:00',
      '15 Oct',
      '12:00',
      '16 Oct',
      '12:00',
      '17 Oct',
      '12:00',
    ]);
  });

  test('count years when a clock stood at 1970', () => {
    expect(labels(0, NOON)).toEqual(['1970', '1980', '1990', '2000', '2010', '2020']);
  });

  test('stay on the zone’s hours where summer time ends', () => {
    const midnight = Date.UTC(2026, 9, 24, 22) * 1000;
    const shown = labels(midnight, midnight + 12 * HOUR, zoneClock('Europe/Berlin'));
    expect(shown).toEqual(['25 Oct', '02:00', '04:00', '06:00', '08:00', '10:00']);
  });

  test('are in order, inside the view and few, for any view', () => {
    const view = fc.tuple(fc.integer({ min: -1e15, max: 4e15 }), fc.double({ min: 1, max: 17, noNaN: true }));
    const zones = fc.constantFrom('UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    fc.assert(
      fc.property(view, zones, ([from, power], zone) => {
        const to = from + 10 ** power;
        const ticks = timeTicks({ from, to }, 10, zoneClock(zone)).map(tick => tick.at);
        expect(ticks.length).toBeLessThanOrEqual(12);
        expect(ticks.every(at => at >= from && at <= to)).toBe(true);
        expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
      }),
    );
  });
});
