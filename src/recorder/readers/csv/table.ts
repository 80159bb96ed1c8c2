import type { TimeContext } from '../reader.ts';
import { type Column, columnOf, columnsOf, type Role } from './columns.ts';
import { fineness, instantOfCell } from './timeCell.ts';

/** What a table lists. */
export type TableShape = 'logs' | 'spans' | 'series' | 'samples';

/** A table as its header and first rows show it. */
export interface Table {
  shape: TableShape;
  columns: Column[];
  /** The column that places a row in time. */
  time: Column;
  /** The column with the time of day, where `time` holds the date alone. */
  clock: Column | undefined;
  /** Columns that hold the same time once more. */
  alsoTime: Column[];
  /** Columns of numbers that no role claims: the metrics of a wide table. */
  numeric: Column[];
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?%?$/;
const CLOCK = /^\d{1,2}:\d{2}(:\d{2}|\b)/;
const GAP = /^(|-|nan|null|none|n\/a|na|inf|-inf)$/i;

/** What a column of a wide table may be and still be measured. */
const MEASURES: ReadonlySet<Role> = new Set(['other', 'value', 'duration']);

/** Judges a table by its header and first rows. Undefined when no column holds a time. */
export function tableOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  context: TimeContext,
): Table | undefined {
  const columns = columnsOf(header);
  const times = timeColumns(columns, rows, context);
  const starts = times.find(column => column.role === 'start');
  const has = (role: Role) => columnOf(columns, role) !== undefined;
  const isSpans =
    has('trace') && has('span') && (has('parent') || starts !== undefined) && (has('duration') || has('end'));
  const time = (isSpans ? starts : undefined) ?? times[0];
  if (!time) return undefined;
  const numeric = columns.filter(
    column => MEASURES.has(column.role) && !times.includes(column) && isNumeric(column.index, rows),
  );
  const clock = columns.find(column => column !== time && isClock(column.index, rows));
  const free = { columns, time, clock, numeric, alsoTime: times.filter(column => column !== time) };
  if (isSpans) return { ...free, shape: 'spans' };
  const value = columnOf(columns, 'value');
  const isLong = value !== undefined && isNumeric(value.index, rows) && (has('metric') || has('operation'));
  if (isLong && !has('body')) return { ...free, shape: 'samples' };
  if (has('body') || has('title')) return { ...free, shape: 'logs' };
  const words = columns.filter(column => column.role === 'other' && !numeric.includes(column)).length;
  return { ...free, shape: numeric.length > words ? 'series' : 'logs' };
}

/** The columns that hold times, the finest first; those whose header says so, or else those whose cells do. */
function timeColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  context: TimeContext,
): Column[] {
  const named = columns.filter(column => column.role === 'time' || column.role === 'start');
  const found = (candidates: readonly Column[]) =>
    candidates
      .map(column => ({ column, fine: fine(column.index, rows, context) }))
      .filter(({ fine }) => fine > 0)
      .sort((a, b) => b.fine - a.fine)
      .map(({ column }) => column);
  const byName = found(named);
  if (byName.length > 0) return byName;
  // Bare numbers without such a header are times in the first column at most: elsewhere they are ids.
  const isNumber = (column: Column) => rows.every(row => /^[\d.]*$/.test(row[column.index] ?? ''));
  return found(
    columns.filter(column => column.role === 'other' && (column.index === 0 || !isNumber(column))),
  );
}

/** How fine a column's times are, epochs before texts of the same precision; 0 when half its cells are no times. */
function fine(index: number, rows: readonly (readonly string[])[], context: TimeContext): number {
  const cells = rows.map(row => row[index] ?? '').filter(cell => cell !== '');
  if (isClock(index, rows)) return 0;
  const instants = cells.map(cell => instantOfCell(cell, context)).filter(instant => instant !== undefined);
  if (instants.length === 0 || instants.length * 2 < cells.length) return 0;
  const finest = Math.max(...instants.map(instant => fineness(instant.precision)));
  return (
    finest + (instants.every(instant => instant.zoned) ? 0.25 : 0) + (/^\d+$/.test(cells[0] ?? '') ? 0.1 : 0)
  );
}

function isNumeric(index: number, rows: readonly (readonly string[])[]): boolean {
  const cells = rows.map(row => (row[index] ?? '').trim()).filter(cell => !GAP.test(cell));
  return cells.length > 0 && cells.every(cell => NUMBER.test(cell));
}

function isClock(index: number, rows: readonly (readonly string[])[]): boolean {
  return rows.length > 0 && rows.every(row => CLOCK.test(row[index] ?? ''));
}
