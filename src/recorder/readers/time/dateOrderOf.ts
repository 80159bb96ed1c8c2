import type { DateOrder } from '../reader.ts';

const DATE = /(?:^|[^\d/.-])(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?![\d/.-])/;
const REACH = 200;

/**
 * Which comes first in dates with the year last, as the lines of a file show it by numbers that no month has:
 * `13/02/2023` among others says that `01/02/2023` is the first of February. Undefined when none shows it, or they differ.
 */
export function dateOrderOf(lines: readonly string[]): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const line of lines) {
    const found = DATE.exec(line.slice(0, REACH));
    if (found === null) continue;
    const [first, second] = [Number(found[1]), Number(found[3])];
    if (first > 12 && second <= 12) orders.add('day first');
    if (second > 12 && first <= 12) orders.add('month first');
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}
