import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bars, buildPyramid, countInto, peakOf } from './countPyramid.ts';

const ORIGIN = 1_675_080_000_000_000;

/** Times as real ones are: in bursts, at the same microsecond, and far apart. */
const someEvents = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }).map(step => step * 1000),
      ),
      fc.boolean(),
    ),
    { maxLength: 200 },
  )
  .map(steps => {
    let at = ORIGIN;
    return steps.map(([step, isError]) => {
      at += step;
      return { at, isError };
    });
  });

const pyramidOf = (events: { at: number; isError: boolean }[]) =>
  buildPyramid(
    Float64Array.from(events, ({ at }) => at),
    Uint8Array.from(events, ({ isError }) => Number(isError)),
    ORIGIN,
  );

describe('a pyramid of counts', () => {
  test('counts as one would by hand, in any buckets of any view', () => {
    const view = fc.record({
      shift: fc.integer({ min: 0, max: 45 }),
      skip: fc.double({ min: -0.2, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(someEvents, view, (events, { shift, skip, length }) => {
        const bucketOf = (at: number) => Math.floor((at - ORIGIN) / 2 ** shift);
        const first = Math.floor(bucketOf(events.at(-1)?.at ?? ORIGIN) * skip);
        const bars: Bars = {
          shift,
          first,
          counts: new Float64Array(length),
          marked: new Float64Array(length),
        };
        countInto(bars, pyramidOf(events));
        const expected = Array.from({ length }, (_, bar) =>
          events.filter(({ at }) => bucketOf(at) === first + bar),
        );
        expect([...bars.counts]).toEqual(expected.map(found => found.length));
        expect([...bars.marked]).toEqual(expected.map(found => found.filter(event => event.isError).length));
      }),
    );
  });

  test('knows its fullest bucket', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 0, max: 45 }), (events, shift) => {
        const buckets = Map.groupBy(events, ({ at }) => Math.floor((at - ORIGIN) / 2 ** shift));
        const fullest = Math.max(0, ...[...buckets.values()].map(found => found.length));
        expect(peakOf(pyramidOf(events), shift)).toBe(fullest);
      }),
    );
  });

  test('is never larger than the events that it counts', () => {
    fc.assert(
      fc.property(someEvents, events => {
        const size = pyramidOf(events).levels.reduce((sum, level) => sum + level.buckets.length, 0);
        expect(size).toBeLessThanOrEqual(events.length);
      }),
    );
  });

  test('adds up when several are counted into the same bars', () => {
    fc.assert(
      fc.property(someEvents, someEvents, (one, other) => {
        const bars = () => ({
          shift: 30,
          first: 0,
          counts: new Float64Array(50),
          marked: new Float64Array(50),
        });
        const [apart, together] = [bars(), bars()];
        countInto(apart, pyramidOf(one));
        countInto(apart, pyramidOf(other));
        countInto(together, pyramidOf([...one, ...other].sort((a, b) => a.at - b.at)));
        expect(apart).toEqual(together);
      }),
    );
  });
});
