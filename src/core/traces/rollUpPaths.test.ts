import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallPath } from './callPath.ts';
import { rollUpPaths } from './rollUpPaths.ts';

const path = (id: string, above: string | null, depth: number, cost: Partial<CallPath> = {}): CallPath => ({
  id,
  above,
  depth,
  service: 'web',
  operation: id,
  calls: 1,
  errors: 0,
  ownUs: 0,
  sumUs: 0,
  callsBefore: 0,
  errorsBefore: 0,
  ownUsBefore: 0,
  sumUsBefore: 0,
  example: 0,
  ...cost,
});

/** Paths of any shape, callers first; some cost nothing, some were not called, and then cost nothing either. */
const tree: fc.Arbitrary<CallPath[]> = fc
  .array(
    fc.record({
      caller: fc.nat(),
      isRoot: fc.boolean(),
      now: fc.oneof(
        fc.constant({ calls: 0, ownUs: 0 }),
        fc.record({ calls: fc.constant(2), ownUs: fc.nat(1_000) }),
      ),
      before: fc.oneof(
        fc.constant({ callsBefore: 0, ownUsBefore: 0 }),
        fc.record({ callsBefore: fc.constant(2), ownUsBefore: fc.nat(1_000) }),
      ),
    }),
    { maxLength: 40 },
  )
  .map(given => {
    const paths: CallPath[] = [];
    for (const [place, { caller, isRoot, now, before }] of given.entries()) {
      const above = isRoot ? undefined : paths[caller % Math.max(1, place)];
      paths.push(path(`p${place}`, above?.id ?? null, above ? above.depth + 1 : 0, { ...now, ...before }));
    }
    return paths.sort((one, other) => one.depth - other.depth);
  });

test('a path takes its own time and that of everything below it', () => {
  fc.assert(
    fc.property(tree, paths => {
      const { nodes, omitted } = rollUpPaths(paths, 1_000);
      for (const [place, node] of nodes.entries()) {
        const calls = nodes.filter(({ parent }) => parent === place);
        expect(node.totalUs).toBe(calls.reduce((sum, call) => sum + call.totalUs, node.ownUs));
        expect(node.totalUsBefore).toBe(
          calls.reduce((sum, call) => sum + call.totalUsBefore, node.ownUsBefore),
        );
      }
      expect(omitted).toBe(0);
    }),
  );
});

test('what is left out costs no more than what is kept, and no caller of what is kept is left out', () => {
  fc.assert(
    fc.property(tree, fc.integer({ min: 1, max: 10 }), (paths, most) => {
      const whole = rollUpPaths(paths, 1_000).nodes;
      const { nodes, omitted } = rollUpPaths(paths, most);
      expect([nodes.length, omitted]).toEqual([
        Math.min(most, whole.length),
        Math.max(0, whole.length - most),
      ]);
      for (const [place, { parent }] of nodes.entries())
        if (parent !== null) expect(parent).toBeLessThan(place);
      const kept = new Set(nodes.map(({ operation }) => operation));
      for (const { operation, totalUs, totalUsBefore } of nodes) {
        const same = whole.find(node => node.operation === operation)!;
        expect([totalUs, totalUsBefore]).toEqual([same.totalUs, same.totalUsBefore]);
      }
      const [now, before] = (['totalUs', 'totalUsBefore'] as const).map(total =>
        Math.max(
          1,
          whole.reduce((sum, node) => sum + (node.parent === null ? node[total] : 0), 0),
        ),
      ) as [number, number];
      const share = (node: (typeof whole)[number]) =>
        Math.max(node.totalUs / now, node.totalUsBefore / before);
      const shares = (isKept: boolean) =>
        whole.filter(({ operation }) => kept.has(operation) === isKept).map(share);
      expect(Math.max(0, ...shares(false))).toBeLessThanOrEqual(Math.min(Infinity, ...shares(true)));
    }),
  );
});

test('a caller outside the stretch is a path when something below it is in it', () => {
  const outside = path('a', null, 0, { calls: 0 });
  expect(rollUpPaths([outside, path('b', 'a', 1)], 10).nodes.map(({ operation }) => operation)).toEqual([
    'a',
    'b',
  ]);
  expect(rollUpPaths([outside, path('b', 'a', 1, { calls: 0 })], 10).nodes).toEqual([]);
});

test('a path whose caller was not given is counted as omitted', () => {
  expect(rollUpPaths([path('b', 'gone', 1), path('c', 'b', 2)], 10)).toEqual({ nodes: [], omitted: 2 });
});
