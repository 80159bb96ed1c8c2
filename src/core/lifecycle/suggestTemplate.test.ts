import { expect, test } from 'vitest';
import { TEMPLATES } from '../document/templates/index.ts';
import { CAUSE_CLASSES } from '../taxonomy/causeClasses.ts';
import { USE_CASES } from '../taxonomy/useCases.ts';
import { DECISION_KINDS } from './decisionRules.ts';
import { suggestTemplate } from './suggestTemplate.ts';

const unfiled = { causeClass: null, useCase: null };

test.each([
  ['full', unfiled, 'full'],
  ['undecided', unfiled, 'full'],
  ['short', unfiled, 'short'],
  ['short', { ...unfiled, isHarmless: true }, 'near-miss'],
  ['short', { ...unfiled, useCase: 'cost-spike' }, 'cost'],
  ['full', { ...unfiled, useCase: 'third-party-outage' }, 'vendor'],
  ['full', { causeClass: 'third-party', useCase: 'upgrade-regression' }, 'change'],
  ['full', { causeClass: 'third-party', useCase: 'api-outage' }, 'vendor'],
  ['full', { causeClass: 'toString', useCase: 'constructor' }, 'full'],
  ['security', { ...unfiled, useCase: 'cost-spike' }, 'security'],
  ['none', { ...unfiled, useCase: 'cost-spike' }, null],
] as const)('for %s and %o the template is %s', (kind, filing, template) => {
  expect(suggestTemplate(kind, filing)).toBe(template);
});

test('every suggestion exists', () => {
  const ids = new Set<string | null>([...TEMPLATES.map(({ id }) => id), null]);
  for (const kind of DECISION_KINDS)
    for (const { id: causeClass } of CAUSE_CLASSES)
      for (const { id: useCase } of USE_CASES)
        expect(ids).toContain(suggestTemplate(kind, { causeClass, useCase }));
});
