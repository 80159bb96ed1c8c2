import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from './moved.ts';

const place = fc
  .uniqueArray(fc.integer(), { minLength: 1 })
  .chain(items => fc.tuple(fc.constant(items), fc.nat(items.length - 1), fc.nat(items.length - 1)));

test('what is moved stands where it was put, and the others keep their order', () => {
  fc.assert(
    fc.property(place, ([items, from, to]) => {
      const next = moved(items, from, to);
      expect(next[to]).toBe(items[from]);
      expect(next.toSpliced(to, 1)).toEqual(items.toSpliced(from, 1));
    }),
  );
});
