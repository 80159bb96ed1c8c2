import { describe, expect, test } from 'vitest';
import { CAUSES } from '../document/draft/causes.ts';
import { checkAction } from './checkAction.ts';
import { planFromProposal } from './planFromProposal.ts';
import {
  checkVerification,
  VERIFICATION_KINDS,
  VERIFICATION_WAYS,
  type VerificationPlan,
} from './verification.ts';

const GOOD: VerificationPlan[] = [
  { kind: 'promql', fields: { query: 'up == 1', days: 14 } },
  { kind: 'ci', fields: { repository: 'shop/checkout', test: 'retries a webhook' } },
  {
    kind: 'game-day',
    fields: { scenario: 'orders-db away for 10 minutes', expected: 'under 1 % of checkouts fail' },
  },
  { kind: 'canary', fields: { service: 'checkout', condition: 'p95 within 5 % of the rest', hours: 24 } },
  { kind: 'sign-off', fields: { evidence: 'record of the drill' } },
];

describe('a verification plan', () => {
  test('can be made in every way, and each way is described', () => {
    expect(GOOD.map(({ kind }) => kind)).toEqual([...VERIFICATION_KINDS]);
    expect(GOOD.flatMap(checkVerification)).toEqual([]);
    for (const kind of VERIFICATION_KINDS) expect(VERIFICATION_WAYS[kind].id).toBe(kind);
  });

  test('is refused without any one of its required fields', () => {
    for (const plan of GOOD)
      for (const { id, isRequired } of VERIFICATION_WAYS[plan.kind].fields) {
        if (!isRequired) continue;
        const { [id]: _, ...rest } = plan.fields;
        expect(checkVerification({ ...plan, fields: rest }).map(({ on, code }) => [on, code])).toEqual([
          [id, 'field-missing'],
        ]);
      }
  });

  test.each<[string | number, string]>([
    [0, 'field-number'],
    [1.5, 'field-number'],
    [366, 'field-number'],
    [Number.NaN, 'field-number'],
    ['14', 'field-number'],
    [' ', 'field-missing'],
  ])('is refused with %j days', (days, code) => {
    expect(checkVerification({ kind: 'promql', fields: { query: 'up == 1', days } })).toMatchObject([
      { on: 'days', code },
    ]);
  });

  test('is refused with fields that its kind does not have', () => {
    const plan: VerificationPlan = { kind: 'sign-off', fields: { evidence: 'photo', constructor: 'x' } };
    expect(checkVerification(plan)).toMatchObject([{ on: 'constructor', code: 'field-unknown' }]);
  });
});

describe('the proof that a draft proposes', () => {
  test.each<[string, VerificationPlan]>([
    [
      'PromQL, to hold for 14 days: `max_over_time(x{pod=~"a.*"}[14d]) < 0.85`',
      { kind: 'promql', fields: { query: 'max_over_time(x{pod=~"a.*"}[14d]) < 0.85', days: 14 } },
    ],
    [
      'game day: orders made unreachable for 10 minutes; the failed share stays below its objective',
      {
        kind: 'game-day',
        fields: {
          scenario: 'orders made unreachable for 10 minutes',
          expected: 'the failed share stays below its objective',
        },
      },
    ],
    [
      'the test fails on the old version, in CI',
      { kind: 'ci', fields: { test: 'the test fails on the old version, in CI' } },
    ],
    [
      'an alert rule on `rate(x[2m]) > 0.1` exists, and fires in a test',
      {
        kind: 'sign-off',
        fields: { evidence: 'an alert rule on `rate(x[2m]) > 0.1` exists, and fires in a test' },
      },
    ],
  ])('reads “%s”', (text, plan) => {
    expect(planFromProposal(text)).toEqual(plan);
  });

  test('lacks nothing but what a draft cannot know', () => {
    const remedies = Object.values(CAUSES).flatMap(({ remedies: of }) =>
      of({ service: 'orders', at: 'orders-7f9c' }),
    );
    const missing = remedies.flatMap(({ verification }) =>
      checkVerification(planFromProposal(verification)).map(({ on }) => on),
    );
    expect([...new Set(missing)]).toEqual(['repository']);
  });
});

test('a reviewer is told of an action that nobody owns, has no day and no proof', () => {
  const bare = { title: 'Improve monitoring', hasOwner: false, hasDueDay: false, verification: null };
  expect(checkAction(bare).map(({ on }) => on)).toEqual(['title', 'owner', 'due', 'verification']);
  const whole = {
    title: 'Alert on lag of orders-db over 30 s',
    hasOwner: true,
    hasDueDay: true,
    verification: GOOD[0]!,
  };
  expect(checkAction(whole)).toEqual([]);
});
