import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLocalInput, toLocalInput } from './localInput.ts';

test.each([
  ['UTC', '2023-07-30T12:07:14.123456Z', '2023-07-30T12:07:14.123'],
  ['Europe/Berlin', '2023-07-30T12:07:14.123Z', '2023-07-30T14:07:14.123'],
  ['America/St_Johns', '2023-01-30T00:00:00Z', '2023-01-29T20:30:00'],
])('in %s, %s reads %s', (zone, at, shown) => {
  expect(toLocalInput(at, zone).startsWith(shown)).toBe(true);
});

test('what is typed means the zone in which times are shown, not the one of the browser', () => {
  expect(fromLocalInput('2023-07-30T12:07', 'UTC')).toBe('2023-07-30T12:07:00Z');
  expect(fromLocalInput('2023-07-30T12:07', 'Asia/Kolkata')).toBe('2023-07-30T06:37:00Z');
  expect(fromLocalInput('', 'UTC')).toBeNull();
  expect([toLocalInput(null, 'UTC'), toLocalInput('yesterday', 'UTC')]).toEqual(['', '']);
});

test('what a field shows means the instant that it shows', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Asia/Kathmandu',
    'Pacific/Auckland',
    'America/Sao_Paulo',
    'Europe/Berlin',
  );
  // Of the hour that comes twice a year no field can say which one is meant.
  const instants = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .filter(date => ![2, 3, 9, 10].includes(date.getUTCMonth()));
  fc.assert(
    fc.property(zones, instants, (zone, date) => {
      const typed = toLocalInput(date.toISOString(), zone);
      expect(Date.parse(fromLocalInput(typed, zone) ?? '')).toBe(date.getTime());
    }),
  );
});
