import { expect, test } from 'vitest';
import { proposeStart } from './proposeWindow.ts';

const stretches = (unrest: number[]) =>
  unrest.map((value, index) => ({ at: index * 10e6, unrest: value, events: 40 }));

test('trouble starts where unrest steps up', () => {
  expect(proposeStart(stretches([...Array(30).fill(0.1), ...Array(20).fill(1.4)]))).toBe(300e6);
});

test('a single bad stretch does not outweigh lasting trouble', () => {
  const calm = Array(20).fill(0.1);
  expect(proposeStart(stretches([...calm, 3, ...calm, ...Array(20).fill(1.4)]))).toBe(410e6);
});

test('even unrest has no start, nor has nothing', () => {
  expect(proposeStart(stretches(Array(40).fill(0.7)))).toBeUndefined();
  expect(proposeStart([])).toBeUndefined();
});
