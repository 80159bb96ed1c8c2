import { expect, test } from 'vitest';
import { matches } from './matches.ts';

test.each([
  ['Declare incident', '', true],
  ['Declare incident', 'inc dec', true],
  ['Declare incident', 'declare x', false],
  ['Café', 'cafe', true],
])('“%s” for what was typed, “%s”: %s', (label, typed, expected) => {
  expect(matches(label, typed)).toBe(expected);
});
