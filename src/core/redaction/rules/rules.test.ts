import { describe, expect, test } from 'vitest';
import { createRedactor } from '../redactor.ts';
import { RULES, SECRET_RULES } from './index.ts';

const tokenOf = () => 'aaaaaaaa';

describe.each(SECRET_RULES.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  const alone = createRedactor({ tokenOf, rules: [rule] });
  const together = createRedactor({ tokenOf });

  test('finds its hits, on its own and among all rules', () => {
    expect(rule.hits.length).toBeGreaterThan(0);
    for (const hit of rule.hits) {
      expect(alone.replacements(hit), hit).not.toEqual([]);
      expect(together.replacements(hit), hit).not.toEqual([]);
    }
  });

  test('leaves its misses alone', () => {
    expect(rule.misses.length).toBeGreaterThan(0);
    for (const miss of rule.misses) expect(alone.text(miss)).toBe(miss);
  });
});

test('there are at least 120 kinds of secrets', () => {
  expect(SECRET_RULES.length).toBeGreaterThanOrEqual(120);
});

test('rules have names of their own', () => {
  const ids = RULES.map(rule => rule.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('keywords are lower case and long enough for the scan', () => {
  for (const rule of RULES) {
    for (const keyword of rule.keywords) {
      expect(keyword, rule.id).toMatch(/^[ -~]{3,}$/);
      expect(keyword).toBe(keyword.toLowerCase());
    }
  }
});
