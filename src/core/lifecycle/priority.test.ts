import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computePriority, EFFORTS, IMPACTS, PRIORITIES, type PriorityFacts } from './priority.ts';

const level = fc.option(fc.constantFrom(...IMPACTS), { nil: undefined });
const facts: fc.Arbitrary<PriorityFacts> = fc.record({
  sloImpact: level,
  customerImpact: level,
  recurrenceRisk: level,
  effort: fc.option(fc.constantFrom(...EFFORTS), { nil: undefined }),
});
const rank = (given: PriorityFacts): number => PRIORITIES.indexOf(computePriority(given).priority);

test.each([
  ['p1', { sloImpact: 'high', customerImpact: 'high', recurrenceRisk: 'high', effort: 'large' }],
  ['p2', { sloImpact: 'medium', customerImpact: 'medium', recurrenceRisk: 'medium', effort: 'medium' }],
  ['p3', { sloImpact: 'low', customerImpact: 'low', recurrenceRisk: 'low', effort: 'medium' }],
  ['p4', { sloImpact: 'none', customerImpact: 'none', recurrenceRisk: 'low', effort: 'large' }],
] as const)('is %s for %o', (priority, given) => {
  expect(computePriority(given).priority).toBe(priority);
});

test('more impact never lowers it, more effort never raises it', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom('sloImpact', 'customerImpact', 'recurrenceRisk'), (given, fact) => {
      const byImpact = IMPACTS.map(impact => rank({ ...given, [fact]: impact }));
      expect(byImpact).toEqual([...byImpact].sort((a, b) => b - a));
      const byEffort = EFFORTS.map(effort => rank({ ...given, effort }));
      expect(byEffort).toEqual([...byEffort].sort((a, b) => a - b));
    }),
  );
});

test('the explanation holds every part of the sum, and what is not known', () => {
  fc.assert(
    fc.property(facts, given => {
      const { score, explanation, priority } = computePriority(given);
      const parts = explanation
        .slice(0, -1)
        .map(line => Number(/\(([+−]?\d+)/.exec(line)![1]!.replace('−', '-')));
      const sum = parts.reduce((total, part) => total + part, 0);
      expect(Math.min(100, Math.max(0, sum))).toBe(score);
      expect(explanation.at(-1)).toContain(`${score} of 100: ${priority.toUpperCase()}`);
      const unknown = Object.values(given).filter(value => value === undefined).length;
      expect(explanation.filter(line => line.includes('not known'))).toHaveLength(unknown);
    }),
  );
});
