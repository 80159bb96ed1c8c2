import { expect, test } from 'vitest';
import { dateOrderOf } from './dateOrderOf.ts';
import { parseInstant } from './parseInstant.ts';

test.each([
  [['01/02/2023 10:00:00 a', '13/02/2023 10:00:00 b'], 'day first'],
  [['01-02-2023 10:00:00 a', '02-13-2023 10:00:00 b'], 'month first'],
  [['[01/02/2023, 10:00] a', 'x,31.01.2023 10:00,b'], 'day first'],
  [['01/02/2023 a', '02/01/2023 b'], undefined],
  [['13/02/2023 a', '02/13/2023 b'], undefined],
  [['2023/02/13 a', '10.13.12.2023 b', '17/06/09 c'], undefined],
])('%j is %s', (lines, order) => {
  expect(dateOrderOf(lines)).toBe(order);
});

test('a date that says nothing of its order follows the others of its file', () => {
  const at = (dateOrder: 'day first' | 'month first') =>
    parseInstant('01/02/2023 10:00:00', { zone: 'UTC', anchor: 1_735_689_600_000_000, dateOrder })?.at;
  expect(at('day first')).toBe(Date.UTC(2023, 1, 1, 10) * 1000);
  expect(at('month first')).toBe(Date.UTC(2023, 0, 2, 10) * 1000);
});
