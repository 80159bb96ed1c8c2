import { expect, test } from 'vitest';
import { methodsAt } from './methodsAt.ts';

test('knows by which methods something can be asked for', () => {
  expect([...methodsAt('/services')].sort()).toEqual(['GET', 'POST']);
  expect([...methodsAt('/services/0195571a-8c00-7000-8000-000000000001')].sort()).toEqual([
    'DELETE',
    'GET',
    'PATCH',
  ]);
  expect(methodsAt('/services/a/b')).toEqual([]);
  expect(methodsAt('/nothing')).toEqual([]);
});
