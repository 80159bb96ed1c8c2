import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallPaths } from '../suspect.ts';
import { frameAt, framesOf, nameOf, pathTo, placeFrames, rootsOf } from './layoutFlame.ts';

const cost = (totalUs: number, calls: number) => ({ calls, errors: 0, ownUs: 0, totalUs, sumUs: totalUs });

/** Trees of paths as the server gives them: a caller's total is its own time and that of its calls. */
const tree: fc.Arbitrary<CallPaths['paths']> = fc
  .array(
    fc.record({
      caller: fc.option(fc.nat(), { nil: null }),
      own: fc.nat(100),
      before: fc.nat(100),
      calls: fc.nat(5),
    }),
    {
      maxLength: 40,
    },
  )
  .map(given => {
    const paths = given.map(({ caller, own, before, calls }, place) => ({
      parent: caller === null || place === 0 ? null : caller % place,
      service: 'web',
      operation: `op${place}`,
      now: cost(own, calls),
      before: cost(before, calls),
      example: place,
    }));
    for (const { parent, now, before } of paths.toReversed())
      if (parent !== null) {
        paths[parent]!.now.totalUs += now.totalUs;
        paths[parent]!.before.totalUs += before.totalUs;
      }
    return paths;
  });

test('a frame stands below its caller, within it, and beside nothing that overlaps it', () => {
  fc.assert(
    fc.property(
      tree,
      fc.constantFrom('time' as const, 'spans' as const),
      fc.constantFrom('now' as const, 'before' as const),
      (paths, measure, side) => {
        const frames = framesOf(paths, measure);
        const { placed, narrow } = placeFrames(frames, rootsOf(frames), side);
        const byPlace = new Map(placed.map(one => [one.frame.place, one]));
        for (const { frame, left, width, row } of placed) {
          const caller = frame.parent === null ? undefined : byPlace.get(frame.parent)!;
          expect(row).toBe(caller ? caller.row + 1 : 0);
          expect(left).toBeGreaterThanOrEqual((caller?.left ?? 0) - 1e-9);
          expect(left + width).toBeLessThanOrEqual((caller ? caller.left + caller.width : 1) + 1e-9);
        }
        for (const row of Map.groupBy(placed, one => one.row).values()) {
          const sorted = row.toSorted((a, b) => a.left - b.left);
          for (const [place, one] of sorted.entries())
            expect(one.left + one.width).toBeLessThanOrEqual((sorted[place + 1]?.left ?? 1) + 1e-9);
        }
        expect(placed.length + narrow).toBe(frames.filter(({ weights }) => weights[side] > 0).length);
      },
    ),
  );
});

test('an address names any frame', () => {
  fc.assert(
    fc.property(tree, paths => {
      const frames = framesOf(paths, 'time');
      for (const frame of frames) {
        const names = pathTo(frames, frame).map(nameOf);
        expect(frameAt(frames, names)?.place).toBe(frame.place);
        expect(frameAt(frames, [...names, 'gone'])).toBe(undefined);
      }
    }),
  );
});
