import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, type Facts, factsIn, judge } from './condition.ts';
import { type Decision, decide, overrideDecision } from './decision.ts';
import { DECISION_FACTS, DECISION_RULES, type DecisionFact } from './decisionRules.ts';

const FACTS = Object.keys(DECISION_FACTS) as DecisionFact[];
const someFacts = (value: fc.Arbitrary<boolean | undefined>): fc.Arbitrary<Facts<DecisionFact>> =>
  fc.record(Object.fromEntries(FACTS.map(fact => [fact, value])));
const partial = someFacts(fc.option(fc.boolean(), { nil: undefined }));
const complete = someFacts(fc.boolean());

const NOTHING = Object.fromEntries(FACTS.map(fact => [fact, false])) as Record<DecisionFact, boolean>;

describe('the checklist', () => {
  test.each<[Partial<Record<DecisionFact, boolean>>, Partial<Decision>]>([
    [
      { customerFacing: true, sloBreached: true },
      { kind: 'full', priority: 'normal', requires: [] },
    ],
    [{}, { kind: 'short' }],
    [{ recurrenceRisk: true }, { kind: 'short' }],
    [{ securitySensitive: true }, { kind: 'security', requires: ['security', 'legal'] }],
    [{ repeatedWithin30Days: true }, { kind: 'full', priority: 'high', requires: ['cross-team review'] }],
    [{ autoResolved: true, harmless: true }, { kind: 'none' }],
    [{ autoResolved: true, harmless: true, securitySensitive: true }, { kind: 'security' }],
    [{ autoResolved: true, harmless: true, dataLoss: true }, { kind: 'full' }],
    [{ customerFacing: true }, { kind: 'short' }],
    [{ severe: true }, { kind: 'full' }],
    [
      { securitySensitive: true, repeatedWithin30Days: true },
      { kind: 'security', priority: 'high', requires: ['security', 'legal', 'cross-team review'] },
    ],
  ])('makes of %o %o', (facts, decision) => {
    expect(decide({ ...NOTHING, ...facts })).toMatchObject(decision);
  });

  test('shows every rule, whether it held, and why', () => {
    fc.assert(
      fc.property(partial, facts => {
        const { rules, reasons, kind } = decide(facts);
        expect(rules.map(({ id }) => id)).toEqual(DECISION_RULES.map(({ id }) => id));
        for (const { reason, outcome, missing } of rules) {
          expect(reason).toMatch(/^[A-Z].*\.$/);
          expect(missing.length > 0).toBe(outcome === 'not known');
        }
        expect(reasons.length > 0).toBe(kind !== 'undecided');
      }),
    );
  });

  test('is never undecided when every fact is known, and then asks nothing', () => {
    fc.assert(
      fc.property(complete, facts => {
        const { kind, open } = decide(facts);
        expect(kind).not.toBe('undecided');
        expect(open).toEqual([]);
      }),
    );
  });

  test('asks for every fact that could still change it', () => {
    fc.assert(
      fc.property(partial, complete, (known, truth) => {
        const before = decide(known);
        const settled = Object.fromEntries(
          FACTS.map(fact => [fact, known[fact] ?? (before.open.includes(fact) ? undefined : truth[fact])]),
        );
        if (before.open.length > 0) return;
        const after = decide(settled);
        expect([after.kind, after.priority, [...after.requires].sort()]).toEqual([
          before.kind,
          before.priority,
          [...before.requires].sort(),
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test('shows what is not known as not known, not as no', () => {
    const { kind, rules, open } = decide({});
    expect(kind).toBe('undecided');
    expect(rules.every(({ outcome }) => outcome === 'not known')).toBe(true);
    expect(open).toContain('securitySensitive');
  });

  test('finds the repetition in incidents that resemble it, and names them', () => {
    const recentSimilar = [{ number: 41, title: 'Checkout fails' }];
    const { kind, reasons } = decide({ ...NOTHING, repeatedWithin30Days: undefined }, { recentSimilar });
    expect(kind).toBe('full');
    expect(reasons[0]).toContain('INC-41 Checkout fails');
    expect(decide(NOTHING, { recentSimilar }).kind).toBe('short');
  });
});

describe('an override', () => {
  const by = { by: 'Kim', at: 1 };

  test('stands beside what was computed, and keeps who must agree', () => {
    const computed = decide({ ...NOTHING, securitySensitive: true });
    const note = 'Exercise of the red team, announced before.';
    expect(overrideDecision(computed, { kind: 'short', note, ...by })).toMatchObject({
      kind: 'short',
      computed: 'security',
      requires: ['security', 'legal'],
      overridden: { kind: 'short', note, by: 'Kim' },
    });
  });

  test.each(['', '  ', 'n/a', 'tbd', '…'])('is refused with the note “%s”', note => {
    expect(overrideDecision(decide(NOTHING), { kind: 'none', note, ...by })).toHaveProperty('refused');
  });
});

describe('a condition', () => {
  type Fact = 'a' | 'b' | 'c';
  const fact = fc.constantFrom<Fact>('a', 'b', 'c');
  const condition: fc.Arbitrary<Condition<Fact>> = fc.letrec<{ tree: Condition<Fact> }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fact,
      tie('tree').map(not => ({ not })),
      fc.array(tie('tree'), { maxLength: 3 }).map(all => ({ all })),
      fc.array(tie('tree'), { maxLength: 3 }).map(any => ({ any })),
    ),
  })).tree;
  const values = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() });

  test('judged with some facts missing agrees with every way to fill them', () => {
    fc.assert(
      fc.property(condition, values, fc.subarray<Fact>(['a', 'b', 'c']), (tree, truth, hidden) => {
        const seen = { ...truth, ...Object.fromEntries(hidden.map(name => [name, undefined])) };
        const early = judge(tree, seen as Facts<Fact>);
        if (early !== undefined) expect(judge(tree, truth)).toBe(early);
        expect(judge(tree, truth)).not.toBeUndefined();
        if (early === undefined) expect(factsIn(tree).some(name => hidden.includes(name))).toBe(true);
      }),
    );
  });
});
