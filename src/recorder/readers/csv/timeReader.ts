import { firstWhen, NEVER, type When } from '../names/whenOf.ts';
import type { TimeContext } from '../reader.ts';
import type { Table } from './table.ts';
import { instantOfCell } from './timeCell.ts';

/**
 * Reads the time of a row; joins date and time of day where they stand in two columns. Where the best column holds no
 * time, another one that says it again will do.
 */
export function timeReader(table: Table, context: TimeContext): (cells: readonly string[]) => When {
  const time = table.time.index;
  const clock = table.clock?.index;
  const others = table.alsoTime.map(column => column.index);
  return cells => {
    const cell = cells[time] ?? '';
    const atRaw = clock === undefined || cell.length > 10 ? cell : `${cell} ${cells[clock] ?? ''}`;
    const instant = instantOfCell(atRaw, context);
    if (instant) return { at: instant.at, atRaw, precision: instant.precision, zoned: instant.zoned };
    const other = firstWhen(context, ...others.map(index => cells[index]));
    return other === NEVER ? { ...NEVER, atRaw } : other;
  };
}
