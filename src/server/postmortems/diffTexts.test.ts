import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTexts, type LineDiff } from './diffTexts.ts';

const side = (lines: readonly LineDiff[], kind: 'added' | 'removed'): string =>
  lines
    .flatMap(({ words }) => words)
    .filter(piece => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('');

test('a changed line shows which words changed', () => {
  const lines = diffTexts('Queue was full.\nWe waited.\n', 'Queue was empty.\nWe waited.\nThen it ran.\n');
  expect(lines.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['changed', 1, 1],
    ['same', 2, 2],
    ['added', null, 3],
  ]);
  expect(lines[0]!.words.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'full' },
    { kind: 'added', text: 'empty' },
  ]);
});

test('the pieces of a diff are both texts again, byte for byte', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    'naïve',
    '日本',
    '👩‍💻',
    'e\u0301',
    ' ',
    '\t',
    '.',
    '\r',
    '\n',
    '\r\n',
    '\u2028',
  );
  const text = fc.array(word, { maxLength: 40 }).map(parts => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffTexts(before, after);
      expect(side(lines, 'removed')).toBe(before);
      expect(side(lines, 'added')).toBe(after);
      const numbers = lines.flatMap(line => line.before ?? []);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    }),
  );
});

test('two long texts that share nothing are compared without end, and nothing of them is lost', () => {
  const make = (seed: string) => Array.from({ length: 20_000 }, (_, i) => `${seed}${i * 7}`).join('\n');
  const [before, after] = [make('x'), make('y')];
  const lines = diffTexts(before, after);
  expect(side(lines, 'removed')).toBe(before);
  expect(side(lines, 'added')).toBe(after);
  const oneLine = diffTexts('x '.repeat(90_000), 'y '.repeat(90_000));
  expect(side(oneLine, 'added')).toBe('y '.repeat(90_000));
});
