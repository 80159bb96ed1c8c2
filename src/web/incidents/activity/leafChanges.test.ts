import { expect, test } from 'vitest';
import { leafChanges } from './leafChanges.ts';

test('names only what differs inside of a value', () => {
  const before = { closedAt: null, restoredAt: '2026-03-02T10:00:00Z' };
  const after = { ...before, closedAt: '2026-03-02T11:00:00Z' };
  expect(leafChanges({ field: 'times', before, after })).toEqual([
    { field: 'closedAt', before: null, after: '2026-03-02T11:00:00Z' },
  ]);
});

test('leaves plain values and lists as they are', () => {
  const change = { field: 'services', before: ['a'], after: ['a', 'b'] };
  expect(leafChanges(change)).toEqual([change]);
});
