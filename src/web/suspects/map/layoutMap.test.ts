import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutMap, NODE, nearestOf } from './layoutMap.ts';

const graph = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 14 })
  .chain(services =>
    fc.record({
      services: fc.constant(services),
      calls: fc.array(
        fc.record({ caller: fc.constantFrom(...services), callee: fc.constantFrom(...services) }),
        {
          maxLength: 30,
        },
      ),
    }),
  );

test('no service covers another, and none stands outside', () => {
  fc.assert(
    fc.property(graph, ({ services, calls }) => {
      const { nodes, width, height } = layoutMap(services, calls);
      expect(nodes.map(({ id }) => id)).toEqual(services);
      for (const [place, one] of nodes.entries()) {
        expect(one.x - NODE.width / 2).toBeGreaterThanOrEqual(0);
        expect(one.x + NODE.width / 2).toBeLessThanOrEqual(width);
        expect(one.y + NODE.height / 2).toBeLessThanOrEqual(height);
        for (const other of nodes.slice(place + 1)) {
          const isApart = Math.abs(one.x - other.x) >= NODE.width || Math.abs(one.y - other.y) >= NODE.height;
          expect(isApart, `${one.id} ${other.id}`).toBe(true);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('callers stand left of whom they call', () => {
  const { nodes } = layoutMap(
    ['db', 'shop', 'web'],
    [
      { caller: 'web', callee: 'shop' },
      { caller: 'shop', callee: 'db' },
    ],
  );
  const x = (id: string) => nodes.find(node => node.id === id)!.x;
  expect([x('web') < x('shop'), x('shop') < x('db')]).toEqual([true, true]);
  expect([nearestOf(nodes, 'web', 'ArrowRight'), nearestOf(nodes, 'db', 'ArrowLeft')]).toEqual([
    'shop',
    'shop',
  ]);
  expect(nearestOf(nodes, 'web', 'ArrowLeft')).toBe(undefined);
});
