import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangeSpans, type GivenSpan } from './arrangeSpans.ts';

const span = (
  spanId: string,
  parentSpanId: string,
  at: number,
  durationUs: number,
  correction = 0,
): GivenSpan => ({
  number: 0,
  spanId,
  parentSpanId,
  at,
  durationUs,
  clockCorrectionUs: correction,
});
const shape = (spans: GivenSpan[], clock: 'reference' | 'raw' = 'reference') =>
  arrangeSpans(spans, clock).rows.map(({ span: { spanId }, depth, start }) => [spanId, depth, start]);

test('calls stand below who made them, in time', () => {
  expect(
    shape([span('c', 'a', 130, 10), span('b', 'a', 110, 10), span('a', '', 100, 50), span('d', 'b', 112, 2)]),
  ).toEqual([
    ['a', 0, 0],
    ['b', 1, 10],
    ['d', 2, 12],
    ['c', 1, 30],
  ]);
});

test('on the raw clock a skewed child leaves its parent, and that is said', () => {
  const spans = [span('a', '', 100, 50), span('b', 'a', 110, 10, 40)];
  expect(arrangeSpans(spans, 'reference').rows.map(({ isOutside }) => isOutside)).toEqual([false, false]);
  expect(shape(spans, 'raw')).toEqual([
    ['a', 0, 30],
    ['b', 1, 0],
  ]);
  expect(arrangeSpans(spans, 'raw').rows.map(({ isOutside }) => isOutside)).toEqual([false, true]);
});

test('every span is shown once, whatever their parents say', () => {
  const any = fc.record({
    spanId: fc.constantFrom('', 'a', 'b', 'c'),
    parentSpanId: fc.constantFrom('', 'a', 'b', 'c', 'gone'),
    at: fc.integer({ min: 0, max: 100 }),
    durationUs: fc.integer({ min: 0, max: 100 }),
    number: fc.nat(),
    clockCorrectionUs: fc.integer({ min: -50, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(any), fc.constantFrom('reference' as const, 'raw' as const), (spans, clock) => {
      const { rows, durationUs } = arrangeSpans(spans, clock);
      expect(new Set(rows.map(row => row.span))).toEqual(new Set(spans));
      expect(rows).toHaveLength(spans.length);
      for (const { start, span: one } of rows) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + one.durationUs).toBeLessThanOrEqual(durationUs);
      }
    }),
  );
});
