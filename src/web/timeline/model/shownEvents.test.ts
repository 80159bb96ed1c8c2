import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumns, type EventColumns } from '../../../core/chart/eventColumns.ts';
import { LEVELS } from '../../../core/document/schema/words.ts';
import { type EventFilter, OPEN_FILTER, toggled } from './eventFilter.ts';
import { placesIn, showEvents } from './shownEvents.ts';
import { tableRows } from './tableRows.ts';
import { createModel } from './timelineModel.ts';
import { isUnsettled, unsettledWith } from './unsettled.ts';

const LANES = [
  { source: 'a.log', service: 'cart' },
  { source: 'b.log', service: 'cart' },
  { source: 'c.log', service: 'pay' },
  { source: 'd.log', service: '' },
];
const DOUBTS = [null, 10, 200];

const someColumns = fc
  .array(fc.tuple(fc.nat(60), fc.nat(3), fc.nat(LEVELS.length - 1), fc.nat(2)), { maxLength: 80 })
  .map(events => {
    const columns = createColumns(events.length, { lanes: LANES, uncertainties: DOUBTS, omitted: 0 });
    let at = 1e15;
    for (const [place, [step, lane, level, doubt]] of events.entries()) {
      columns.at[place] = at += step;
      columns.number[place] = place * 2;
      columns.lane[place] = lane;
      columns.level[place] = level;
      columns.doubt[place] = doubt;
    }
    return columns;
  });

const modelOf = (columns: EventColumns) =>
  createModel({ columns, series: [], gaps: [], window: null, placed: [1e15, 1e15 + 10] });

function shown(columns: EventColumns, filter: EventFilter) {
  const work = showEvents(modelOf(columns), filter);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

describe('a filter', () => {
  const filters = fc.record({
    service: fc.subarray(['cart', 'pay', '']),
    source: fc.subarray(['a.log', 'd.log']),
    level: fc.subarray(['error', 'info', '']),
    kind: fc.constant([]),
  });

  test('shows what fits every facet, in table and rows alike', () => {
    fc.assert(
      fc.property(someColumns, filters, (columns, filter) => {
        const lets = (words: readonly string[], word: string) => words.length === 0 || words.includes(word);
        const expected = columns.at
          .keys()
          .filter(place => {
            const { service, source } = LANES[columns.lane[place]!]!;
            return (
              lets(filter.service, service) &&
              lets(filter.source, source) &&
              lets(filter.level, LEVELS[columns.level[place]!]!)
            );
          })
          .toArray();
        const events = shown(columns, filter);
        const table = tableRows(events, { from: 0, to: 2e15 });
        expect(Array.from({ length: table.count }, (_, row) => table.placeAt(row))).toEqual(expected);
        expect([...events.byLane.index.order].sort((a, b) => a - b)).toEqual(expected);
        expect(expected.map(place => table.rowOf(place))).toEqual(expected.map((_, row) => row));
      }),
    );
  });

  test('is open again when a word is chosen twice', () => {
    expect(toggled(toggled(OPEN_FILTER, 'level', 'error'), 'level', 'error')).toEqual(OPEN_FILTER);
  });
});

test('services are rows with their sources, the busiest first, the nameless last', () => {
  const columns = createColumns(4, { lanes: LANES, uncertainties: DOUBTS, omitted: 0 });
  columns.at.set([1e15, 1e15 + 1, 1e15 + 2, 1e15 + 3]);
  columns.lane.set([3, 3, 2, 2]);
  const { groups } = modelOf(columns);
  expect(groups.map(({ service, events }) => [service, events])).toEqual([
    ['pay', 2],
    ['cart', 0],
    ['', 2],
  ]);
});

test('a stretch of time is half-open', () => {
  fc.assert(
    fc.property(someColumns, fc.nat(3_000), fc.nat(3_000), (columns, start, length) => {
      const stretch = { from: 1e15 + start, to: 1e15 + start + length };
      const [first, last] = placesIn(shown(columns, OPEN_FILTER).all, 0, stretch);
      expect(last - first).toBe(columns.at.filter(at => at >= stretch.from && at < stretch.to).length);
    }),
  );
});

describe('an order that is not settled', () => {
  test('is that of two sources whose stamps lie within their ±', () => {
    fc.assert(
      fc.property(someColumns, columns => {
        for (let place = 0; place < columns.count; place++) {
          const expected = Array.from({ length: columns.count }, (_, other) => other).filter(
            other =>
              columns.lane[other] !== columns.lane[place] &&
              Math.abs(columns.at[other]! - columns.at[place]!) <
                (DOUBTS[columns.doubt[other]!] ?? 0) + (DOUBTS[columns.doubt[place]!] ?? 0),
          );
          expect(unsettledWith(columns, place)).toEqual(expected);
          for (const other of expected) expect(isUnsettled(columns, other, place)).toBe(true);
        }
      }),
    );
  });
});
