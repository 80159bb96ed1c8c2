import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SECRET_CONTEXTS } from '../../../test/builders/secretContexts.ts';
import { createRedactor } from './redactor.ts';
import { SECRET_RULES } from './rules/index.ts';

interface Case {
  rule: string;
  kind: 'positive' | 'negative';
  text: string;
}

const corpus = new URL('../../../test/corpus/secrets/cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(corpus, 'utf8')) as Case[];
const redactor = createRedactor({ tokenOf: () => 'aaaaaaaa', rules: SECRET_RULES });

describe('on examples that were not made for us', () => {
  test('at least 98 of 100 secrets are found', () => {
    const positives = cases.filter(({ kind }) => kind === 'positive');
    const missed = positives.filter(({ text }) => redactor.text(text) === text);
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(positives.length * 0.02);
  });

  test('at most 1 of 100 look-alikes is touched', () => {
    const negatives = cases.filter(({ kind }) => kind === 'negative');
    const touched = negatives.filter(({ text }) => redactor.text(text) !== text);
    expect(touched.length, JSON.stringify(touched)).toBeLessThanOrEqual(negatives.length * 0.01);
  });
});

describe('a freshly drawn secret', () => {
  const names = ['acme', 'billing', 'jenkins', 'myapp', 'backup'];
  const drawn = fc
    .stringMatching(/^[A-Za-z0-9]{24,48}$/)
    .filter(text => /\d/.test(text) && new Set(text).size > 12 && !/(.)\1{5}/.test(text));

  test.each(SECRET_CONTEXTS.map((context, index) => [context('name', 'value'), index] as const))(
    'goes from %s',
    (_text, index) => {
      fc.assert(
        fc.property(fc.constantFrom(...names), drawn, (name, secret) => {
          const text = SECRET_CONTEXTS[index]!(name, secret);
          expect(redactor.text(text)).not.toContain(secret);
          expect(redactor.text(text).replace(/‹[^›]*›/, secret)).toBe(text);
        }),
      );
    },
  );
});
