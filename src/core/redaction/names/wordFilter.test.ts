import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldWord, makeWordFilter, mayHoldWord } from './wordFilter.ts';

it('says yes to every word it was made from', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), words => {
      const filter = makeWordFilter(new Set(words));
      expect(words.every(word => mayHoldWord(filter, word))).toBe(true);
    }),
  );
});

it('says no to nearly every other word', () => {
  const filter = makeWordFilter(new Set(Array.from({ length: 20_000 }, (_, index) => `word${index}`)));
  const mistaken = Array.from({ length: 20_000 }, (_, index) => `other${index}`).filter(word =>
    mayHoldWord(filter, word),
  );
  expect(mistaken.length / 20_000).toBeLessThan(0.004);
});

it('folds case and accents', () => {
  expect(['Szöllösy', 'ÅSA', 'Jensen'].map(foldWord)).toEqual(['szollosy', 'asa', 'jensen']);
});
