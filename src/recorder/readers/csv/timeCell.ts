import type { Micros, Precision } from '../../../core/record.ts';
import type { TimeContext } from '../reader.ts';
import type { Instant } from '../time/instant.ts';
import { parseInstant } from '../time/parseInstant.ts';

/** Epochs of our time have these lengths in digits; the text is cut or scaled to microseconds. */
const EPOCHS: Record<number, { precision: Precision; micros: (digits: string) => Micros }> = {
  10: { precision: 's', micros: digits => Number(digits) * 1e6 },
  13: { precision: 'ms', micros: digits => Number(digits) * 1e3 },
  16: { precision: 'us', micros: Number },
  19: { precision: 'ns', micros: digits => Number(digits.slice(0, 16)) },
};

const FINENESS: readonly Precision[] = ['', 'day', 'min', 's', 'ms', 'us', 'ns'];

/** The instant in a cell; undefined when it holds none. Epochs, the common case in spans, take a short way. */
export function instantOfCell(cell: string, context: TimeContext): Instant | undefined {
  const epoch = EPOCHS[cell.length];
  if (epoch) {
    const at = epoch.micros(cell);
    if (at > 0) return { at, precision: epoch.precision, zoned: true };
  }
  // `Jan 30, 2023 @ 11:50:59.971`, as one log viewer exports it.
  return cell === '' ? undefined : parseInstant(cell.replace(' @ ', ' '), context);
}

/** Orders precisions: greater is finer. */
export function fineness(precision: Precision): number {
  return FINENESS.indexOf(precision);
}
