import { expect, test } from 'vitest';
import { changeOf } from './compareCosts.ts';
import { judgeHealth } from './judgeHealth.ts';

const measures = (requests: number, errors = 0, p95Us = 10_000) => ({ requests, errors, p95Us });

test.each([
  ['failing', measures(100, 5), measures(100)],
  ['failing', measures(100, 5, 90_000), measures(100, 1)],
  ['steady', measures(100, 5), measures(100, 4)],
  ['steady', measures(100, 1), measures(100)],
  ['slower', measures(100, 0, 15_000), measures(100)],
  ['steady', measures(100, 0, 14_000), measures(100)],
  ['steady', measures(100, 0, 900), measures(100, 0, 100)],
  ['few', measures(9, 0, 90_000), measures(100)],
  ['new', measures(100), null],
  ['silent', null, measures(100)],
] as const)('it is %s', (health, now, before) => {
  expect(judgeHealth({ now, before }, true)).toBe(health);
});

test('without anything to compare with, only failures are judged', () => {
  expect(judgeHealth({ now: measures(100, 0, 9e9), before: null }, false)).toBe('answering');
  expect(judgeHealth({ now: measures(100, 9), before: null }, false)).toBe('failing');
});

test.each([
  [0, 0, 'same'],
  [1, 0, 'new'],
  [0, 1, 'gone'],
  [125, 100, 'longer'],
  [124, 100, 'same'],
  [80, 100, 'shorter'],
] as const)('%d after %d is %s', (now, before, change) => {
  expect(changeOf(now, before)).toBe(change);
});
