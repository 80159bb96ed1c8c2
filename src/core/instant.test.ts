import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant, printInstant } from './instant.ts';

test.each([
  ['2023-01-30T12:07:14Z', 1_675_080_434_000_000],
  ['2023-01-30T12:07:14.1Z', 1_675_080_434_100_000],
  ['2023-01-30T12:07:14.123456Z', 1_675_080_434_123_456],
  ['2023-01-30T14:07:14.1234564+02:00', 1_675_080_434_123_456],
  ['1969-12-31T23:59:59.999999Z', -1],
])('%s is read to the microsecond', (text, at) => expect(parseInstant(text)).toBe(at));

test.each(['', 'yesterday', '2023-01-30T12:07:14', '12:07'])('%j is no instant', text =>
  expect(parseInstant(text)).toBeNaN(),
);

test('what is printed is read back to the same microsecond', () => {
  const most = Date.parse('2200-01-01T00:00:00Z') * 1000;
  fc.assert(fc.property(fc.integer({ min: -most, max: most }), at => parseInstant(printInstant(at)) === at));
});
