import type { TimeContext } from '../reader.ts';
import type { When } from '../names/whenOf.ts';
import type { Table } from './table.ts';
import { instantOfCell } from './timeCell.ts';

/** Reads the time of a row; joins date and time of day where they stand in two columns. */
export function timeReader(table: Table, context: TimeContext): (cells: readonly string[]) => When {
  const time = table.time.index;
  const clock = table.clock && table.clock.index;
  return cells => {
    const cell = cells[time] ?? '';
    const atRaw = clock === undefined || cell.length > 10 ? cell : `${cell} ${cells[clock] ?? ''}`;
    const instant = instantOfCell(atRaw, context);
    return instant
      ? { at: instant.at, atRaw, precision: instant.precision, zoned: instant.zoned }
      : { at: undefined, atRaw, precision: '', zoned: false };
  };
}
