import { expect, test } from 'vitest';
import { createColumns } from '../../core/chart/eventColumns.ts';
import { FEW_SERIES, GRAPHS, layoutRows, rowAt } from './layout.ts';
import { createModel } from './model/timelineModel.ts';

const columns = createColumns(0, {
  lanes: [
    { source: 'a.log', service: 'cart' },
    { source: 'b.log', service: 'cart' },
    { source: 'c.log', service: 'pay' },
  ],
  uncertainties: [null],
  omitted: 0,
});
const series = Array.from({ length: FEW_SERIES + 2 }, (_, id) => ({
  id: `s${id}`,
  title: 'Latency',
  service: 'cart',
  unit: 'ms',
  baseline: null,
  points: [[1e15, id]] as const,
}));
const model = createModel({ columns, series, gaps: [], window: null, placed: [] });
const sizes = (empty: readonly number[]) => ({
  byLane: { sizeOf: (lane: number) => (empty.includes(lane) ? 0 : 5) },
});
const kindsOf = (open: string[], empty: number[] = [], hasSeries = false) =>
  layoutRows(model, sizes(empty), { hasSeries, isNarrow: false, open: new Set(open) }).rows.map(
    row => row.kind,
  );

test('a service with several sources is one row until it is opened', () => {
  expect(kindsOf([])).toEqual(['group', 'lane']);
  expect(kindsOf(['cart'])).toEqual(['group', 'lane', 'lane', 'lane']);
});

test('rows that a filter empties are left out', () => {
  expect(kindsOf([], [0, 1])).toEqual(['lane']);
  expect(kindsOf([], [1])).toEqual(['lane', 'lane']);
});

test('a few graphs are shown until one asks for all', () => {
  const few = kindsOf([], [], true);
  expect(few.filter(kind => kind === 'series')).toHaveLength(FEW_SERIES);
  expect(few[FEW_SERIES]).toBe('more');
  expect(kindsOf([GRAPHS], [], true).filter(kind => kind === 'series')).toHaveLength(series.length);
});

test('rows stand below each other without a gap', () => {
  const layout = layoutRows(model, sizes([]), { hasSeries: true, isNarrow: true, open: new Set(['cart']) });
  let top = 0;
  for (const row of layout.rows) {
    expect(row.top).toBe(top);
    expect(rowAt(layout, row.top)).toBe(row);
    top += row.height;
  }
  expect(layout.rowsHeight).toBe(top);
});
