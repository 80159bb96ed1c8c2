import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnnotatedText, scorePersonalData } from '../../../../test/harness/scorePersonalData.ts';
import { createFinder } from '../finder.ts';
import { PERSONAL_RULES } from './pii.ts';

const find = createFinder(PERSONAL_RULES);
const sentences = JSON.parse(
  readFileSync(new URL('../../../../test/corpus/pii/sentences.json', import.meta.url), 'utf8'),
) as AnnotatedText[];

describe('rules for personal data', () => {
  it.each(PERSONAL_RULES)('$id finds its hits and leaves its misses', rule => {
    const findOne = createFinder([rule]);
    expect(rule.hits.filter(text => findOne(text).length === 0)).toEqual([]);
    expect(rule.misses.filter(text => findOne(text).length > 0)).toEqual([]);
  });
});

const BARS: Readonly<Record<string, number>> = {
  CREDIT_CARD: 0.99,
  EMAIL_ADDRESS: 0.99,
  PHONE_NUMBER: 0.99,
  IP_ADDRESS: 0.99,
  IBAN_CODE: 0.99,
  US_SSN: 0.99,
  US_DRIVER_LICENSE: 0.99,
  PERSON: 0.8,
  STREET_ADDRESS: 0.8,
};

describe('annotated sentences', () => {
  const score = scorePersonalData(sentences, find);

  it.each(Object.entries(BARS))('%s: at least %d are found whole', (kind, bar) => {
    const { found, all } = score.recall.get(kind)!;
    expect(found / all).toBeGreaterThanOrEqual(bar);
  });

  it('keeps at least 997 words in a thousand that belong to nobody', () => {
    expect(score.lost.length / score.words).toBeLessThanOrEqual(0.003);
  });
});

describe('names that no dictionary has', () => {
  /** Made of syllables from a seed, so that they are new to every list. */
  const nameOf = (seed: number) => {
    const pick = (letters: string, turn: number) =>
      letters.split(' ')[(seed * (turn * 7 + 3) + turn * 5) % 11] ?? 'a';
    const syllables = [0, 1].map(
      turn => pick('br v kl z tr m p gr st j dr', turn) + pick('a o i e u a ou o ei i a', turn + 2),
    );
    const word = `${syllables.join('')}${pick('n v k sen ez ska r ini mann ic eau', 5)}`;
    return word[0]!.toUpperCase() + word.slice(1);
  };
  const frames = [
    'My name is @.',
    'Follow up with @ in a couple of months.',
    'Assigned to @ this morning',
    'Dr. @ will join the call',
    'Name: @',
    '@ said that the rollback helped.',
    "Bot: What's your name? User: @",
  ];

  it('finds nearly all of them by what stands around them', () => {
    const cases = Array.from({ length: 200 }, (_, seed) => {
      const name = seed % 2 ? nameOf(seed) : `${nameOf(seed)} ${nameOf(seed + 500)}`;
      return { name, text: frames[seed % frames.length]!.replace('@', name) };
    });
    const found = cases.filter(({ name, text }) => find(text).some(({ value }) => value === name));
    expect(found.length / cases.length).toBeGreaterThan(0.9);
  });
});
