import { type Column, columnOf } from './columns.ts';
import type { Table } from './table.ts';
import { instantOfCell } from './timeCell.ts';

/** Microseconds in a unit, as headers write it. */
const MICROS: Record<string, number> = {
  ns: 0.001,
  nano: 0.001,
  nanos: 0.001,
  us: 1,
  µs: 1,
  micros: 1,
  ms: 1000,
  millis: 1000,
  s: 1e6,
  sec: 1e6,
  seconds: 1e6,
  min: 60e6,
};

const SUFFIX = /(ns|nanos?|us|µs|micros|ms|millis|sec|seconds)$/i;
const UNZONED = { zone: 'UTC', anchor: 0 };

/** Reads how long a row lasted, in whole microseconds: from start and end where both are there, else as stated. */
export function durationReader(table: Table): (cells: readonly string[]) => number | undefined {
  const { columns } = table;
  const start = columnOf(columns, 'start')?.index ?? table.time.index;
  const end = columnOf(columns, 'end')?.index;
  if (end !== undefined) {
    return cells => {
      const from = instantOfCell(cells[start] ?? '', UNZONED);
      const to = instantOfCell(cells[end] ?? '', UNZONED);
      return from && to ? to.at - from.at : undefined;
    };
  }
  const stated = columnOf(columns, 'duration');
  if (!stated) return () => undefined;
  const micros = microsIn(stated, columns);
  return cells => {
    const cell = cells[stated.index];
    if (!cell) return undefined;
    const unit = /[a-zµ]+$/i.exec(cell)?.[0].toLowerCase() ?? '';
    const length = Math.round(Number.parseFloat(cell) * (MICROS[unit] ?? micros));
    return Number.isSafeInteger(length) ? length : undefined;
  };
}

/**
 * The unit of a duration column: as its header says, in brackets or as its ending. Without a word, microseconds beside
 * epochs finer than milliseconds (as tracers write them), else milliseconds.
 */
function microsIn(column: Column, columns: readonly Column[]): number {
  const said = column.unit || SUFFIX.exec(column.name)?.[1];
  const known = said ? MICROS[said.toLowerCase()] : undefined;
  if (known) return known;
  return columns.some(other => other.role === 'start' && /nano|us$|micro/i.test(other.name)) ? 1 : 1000;
}
