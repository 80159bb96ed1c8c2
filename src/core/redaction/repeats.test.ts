import { expect, test } from 'vitest';
import { withRepeats } from './repeats.ts';
import type { Replacement } from './rule.ts';
import { spliced } from './spliced.ts';

const made = (text: string, start = 0, end = text.length): { text: string; found: Replacement } => ({
  text,
  found: { rule: 'named-password', kind: 'password', token: '‹password:aaaaaaaa›', start, end },
});
const redacted = (text: string, found: readonly Replacement[], ...elsewhere: ReturnType<typeof made>[]) =>
  spliced(text, withRepeats(text, found, elsewhere));

test('a value goes wherever it stands again', () => {
  expect(redacted('pw=open sesame, twice open sesame!', [], made('open sesame'))).toBe(
    'pw=‹password:aaaaaaaa›, twice ‹password:aaaaaaaa›!',
  );
  expect(redacted('said: I am Anna Holm.', [], made('I am Anna Holm', 5, 14))).toBe(
    'said: I am ‹password:aaaaaaaa›.',
  );
});

test('a part of a word, and what is short, stays', () => {
  expect(redacted('sesames and key', [], made('sesame'), made('key'))).toBe('sesames and key');
});

test('the wider replacement wins', () => {
  const inner: Replacement = { rule: 'r', kind: 'name', token: '‹name:bbbbbbbb›', start: 3, end: 7 };
  expect(redacted('pw=open sesame', [inner], made('open sesame'))).toBe('pw=‹password:aaaaaaaa›');
  expect(redacted('pw=open sesame', [{ ...inner, start: 0, end: 14 }], made('open sesame'))).toBe(
    '‹name:bbbbbbbb›',
  );
});
